import { ActionIcon, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { DownloadIcon, EyeIcon, LinkIcon, OptionsIcon } from '../ui/icons';
import { notify } from '../notifications/notify';
import type { Column } from './column';
import { SavedViewsForm, useSavedViews } from './saved-views';

export function useHiddenColumns(list: string) {
  return useLocalStorage<string[]>({
    key: `upstander.hidden-columns.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
}

interface ListOptionsProps<Row> {
  /** Storage name of the saved views. Undefined for sealed lists, because their URLs can identify a person. */
  name?: string | undefined;
  label: string;
  columns: ReadonlyArray<Column<Row>>;
  hidden: readonly string[];
  onHide: (keys: string[]) => void;
  /** Starts the CSV export, or URL of an export by the server. */
  csv?: (() => void) | string | undefined;
}

export function ListOptions<Row>({ name, label, columns, hidden, onHide, csv }: ListOptionsProps<Row>) {
  const { t } = useWords('views');
  const words = t.common.list;
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const [saving, setSaving] = useState(false);
  const views = useSavedViews(name ?? '', opened && name !== undefined);
  const selectable = columns.filter((column, at) => at > 0 && !column.hiddenHeader);
  const copy = async () => {
    // The browser can deny clipboard access. The URL is in the address bar anyway.
    const copied = await navigator.clipboard.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    if (copied) notify.success(words.linkCopied);
  };
  return (
    <>
      <Menu closeOnItemClick={false} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <ActionIcon variant="default" size={42} aria-label={words.options({ list: label })} title={words.optionsHint}>
            <OptionsIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 && <Menu.Label>{t.views.savedViews}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              component={Link}
              to={{ pathname, search: view.address }}
              closeMenuOnClick
              leftSection={<EyeIcon />}
            >
              {view.name}
              {!view.mayDelete && ` · ${t.views.by({ name: view.ownerName })}`}
            </Menu.Item>
          ))}
          {name && (
            <>
              <Menu.Item closeMenuOnClick onClick={() => setSaving(true)}>
                {t.views.manageViews}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {selectable.length > 0 && <Menu.Label>{words.columns}</Menu.Label>}
          {selectable.map(({ key, header }) => {
            const shown = !hidden.includes(key);
            return (
              <Menu.Item
                key={key}
                role="menuitemcheckbox"
                aria-checked={shown}
                leftSection={
                  <span aria-hidden style={{ display: 'inline-block', width: 14 }}>
                    {shown ? '✓' : ''}
                  </span>
                }
                onClick={() => onHide(shown ? [...hidden, key] : hidden.filter((one) => one !== key))}
              >
                {header}
              </Menu.Item>
            );
          })}
          {selectable.length > 0 && <Menu.Divider />}
          {typeof csv === 'string' && (
            <Menu.Item component="a" href={csv} download leftSection={<DownloadIcon />}>
              {words.csv}
            </Menu.Item>
          )}
          {typeof csv === 'function' && (
            <Menu.Item closeMenuOnClick leftSection={<DownloadIcon />} onClick={csv}>
              {words.csv}
            </Menu.Item>
          )}
          <Menu.Item closeMenuOnClick leftSection={<LinkIcon />} onClick={() => void copy()}>
            {words.copyLink}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={saving} onClose={() => setSaving(false)} title={t.views.savedViews}>
        {name && <SavedViewsForm screen={name} onDone={() => setSaving(false)} />}
      </Dialog>
    </>
  );
}
