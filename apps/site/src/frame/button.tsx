import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icons';

interface ButtonProps {
  label: ReactNode;
  /** `quiet` next to a main button; `leave` for what can't be undone. */
  look?: 'quiet' | 'large' | 'quiet large' | 'leave' | 'leave large' | undefined;
  /** Before the label. */
  icon?: IconName;
  /** True for an arrow after the label. */
  arrow?: boolean;
}

type LinkProps = ButtonProps & { to: string | undefined } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

/** A link that looks like a button. */
export function ButtonLink({ to, look, icon, arrow, label, ...attributes }: LinkProps) {
  return (
    <a className={classOf(look)} href={to} {...attributes}>
      <Content icon={icon} label={label} arrow={arrow} />
    </a>
  );
}

type SubmitProps = ButtonProps & { action?: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'value'>;

/** Sends its form. The action reads what to do from the field `do`. */
export function SubmitButton({ action, name = 'do', look, icon, arrow, label, ...attributes }: SubmitProps) {
  const entry = action === undefined ? {} : { name, value: action };
  return (
    <button className={classOf(look)} {...entry} {...attributes}>
      <Content icon={icon} label={label} arrow={arrow} />
    </button>
  );
}

function Content({ icon, label, arrow }: Pick<ButtonProps, 'label' | 'arrow'> & { icon: IconName | undefined }) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {label}
      {arrow && <Icon name="arrow" />}
    </>
  );
}

function classOf(look: ButtonProps['look']): string {
  return look === undefined ? 'button' : `button ${look}`;
}
