import { adminColors } from '@upstander/web-kit';
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { displayFamily, fontFamily, fontSizes, fontWeights } from './type-scale';

const light = adminColors('light');
const dark = adminColors('dark');

// Shade 8 of each color is the public site's token, so both look alike.
const evergreen: MantineColorsTuple = [
  '#eef6f2',
  '#dcebe4',
  '#b9d8cb',
  '#93c4b0',
  '#86cdb3',
  '#4f9a7d',
  '#37826a',
  '#2a6f59',
  light.green,
  light.greenStrong,
];
const clay: MantineColorsTuple = [
  '#fdf3ee',
  light.clayWash,
  '#f5cfbf',
  '#f0a284',
  '#e58863',
  '#d66e45',
  '#c4582f',
  '#b34a26',
  light.clay,
  light.clayStrong,
];
const amber: MantineColorsTuple = [
  '#fdf8ea',
  light.amberWash,
  '#f4dfa6',
  dark.amber,
  '#d9a93f',
  '#bd8a1c',
  '#a3730b',
  '#8c6003',
  light.amber,
  '#5c3d00',
];
const gray: MantineColorsTuple = [
  light.paper,
  light.sunken,
  '#eae4d8',
  light.line,
  '#cdc5b6',
  '#6f6b60',
  light.control,
  light.soft,
  '#3d4138',
  light.ink,
];
const darkColors: MantineColorsTuple = [
  dark.ink,
  '#d5d5cb',
  dark.soft,
  '#a3aaa4',
  '#4a534d',
  dark.line,
  '#262d29',
  dark.surface,
  dark.paper,
  dark.sunken,
];

const touchTarget = { size: 'md' } as const;

const dialogTitle = { fontSize: fontSizes.lg, fontWeight: fontWeights.bold };

/** Dialogs render inside the main landmark, so their header is not a second banner. */
const inPageLink = { target: '#content' };

/** Fixed elements inherit the offset of their place in the page. Without this, they start beside the navigation. */
const edgeToEdge = { inner: { insetInlineStart: 0 } };

export const theme = createTheme({
  primaryColor: 'evergreen',
  primaryShade: 8,
  autoContrast: true,
  colors: { evergreen, clay, amber, gray, dark: darkColors, red: clay, green: evergreen, yellow: amber },
  white: '#ffffff',
  black: light.ink,
  fontFamily,
  fontSizes,
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontWeights,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontWeight: fontWeights.bold,
    sizes: {
      h1: { fontSize: fontSizes.display, lineHeight: '1.2', fontWeight: '500' },
      h2: { fontSize: fontSizes.lg },
      h3: { fontSize: fontSizes.md },
      h4: { fontSize: fontSizes.md },
      h5: { fontSize: fontSizes.sm },
      h6: { fontSize: fontSizes.sm },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // By name, not with `X.extend()`: importing the components here would load all of them on the sign-in page.
  components: {
    Alert: { defaultProps: { variant: 'light', radius: 'md' } },
    // Color alone does not distinguish a link from the surrounding text.
    Anchor: { defaultProps: { underline: 'always' } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: touchTarget },
    // Decoration beside a labeled field.
    ComboboxChevron: { defaultProps: { 'aria-hidden': true } },
    Menu: {
      defaultProps: {
        position: 'bottom-end',
        shadow: 'md',
        portalProps: inPageLink,
        // The placeholder would be a menu child without the menuitem role. The first item gets the focus instead.
        withInitialFocusPlaceholder: false,
      },
    },
    InputDescription: { vars: () => ({ description: { '--input-description-size': fontSizes.sm } }) },
    InputError: { vars: () => ({ error: { '--input-error-size': fontSizes.sm } }) },
    Kbd: { vars: () => ({ root: { '--kbd-fz': fontSizes.xs } }) },
    Drawer: { defaultProps: { portalProps: inPageLink }, styles: { title: dialogTitle, ...edgeToEdge } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', portalProps: inPageLink },
      styles: { title: dialogTitle, ...edgeToEdge },
    },
    NativeSelect: { defaultProps: touchTarget },
    NumberInput: { defaultProps: touchTarget },
    Paper: { defaultProps: { radius: 'lg' } },
    PasswordInput: { defaultProps: touchTarget },
    Pill: { vars: () => ({ root: { '--pill-fz': fontSizes.xs } }) },
    Radio: { defaultProps: touchTarget },
    RadioGroup: { defaultProps: touchTarget },
    CheckboxGroup: { defaultProps: touchTarget },
    Switch: { defaultProps: touchTarget },
    Textarea: { defaultProps: touchTarget },
    TextInput: { defaultProps: touchTarget },
  },
});

/** The site's tokens as CSS variables, and Mantine's own variables moved onto them. */
export const resolver: CSSVariablesResolver = () => ({
  variables: { '--u-display': displayFamily },
  light: variables(light),
  // Filled buttons have white text in both themes, so their dark shades are only slightly lighter.
  dark: {
    ...variables(dark),
    '--mantine-color-evergreen-filled': evergreen[7],
    '--mantine-color-evergreen-filled-hover': evergreen[6],
    '--mantine-primary-color-filled': evergreen[7],
    '--mantine-primary-color-filled-hover': evergreen[6],
  },
});

function variables(tokens: typeof light): Record<string, string> {
  const cssVariables = Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--u-${kebab(name)}`, value]));
  return {
    ...cssVariables,
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens.soft,
    '--mantine-color-placeholder': tokens.soft,
    '--mantine-color-anchor': tokens.green,
    '--mantine-color-error': tokens.clay,
    '--mantine-color-default-border': tokens.control,
    '--mantine-color-default-hover': tokens.sunken,
    '--mantine-color-evergreen-light': tokens.greenWash,
    '--mantine-color-evergreen-light-color': tokens.green,
    '--mantine-color-clay-light': tokens.clayWash,
    '--mantine-color-clay-light-color': tokens.clay,
    '--mantine-color-amber-light': tokens.amberWash,
    '--mantine-color-amber-light-color': tokens.amber,
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
