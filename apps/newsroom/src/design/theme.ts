import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: the deep green of the river, as in the emblem. */
const mekong: MantineColorsTuple = [
  '#e6f6f6',
  '#d3e9ea',
  '#a5d2d4',
  '#74bbbe',
  '#4ea7ab',
  '#369b9f',
  '#0b5a5f',
  '#0a5156',
  '#08474b',
  '#063b3f',
];

/** Dark mode's greys, with a touch of the river: from words to the ground. */
const dusk: MantineColorsTuple = [
  '#e4ebec',
  '#c3ced0',
  '#a3b2b5',
  '#8a999c',
  '#39464a',
  '#2c383c',
  '#1f2a2d',
  '#182124',
  '#131b1d',
  '#11181a',
];

/** The look of the newsroom. Sizes are in rem, so that text grows as its reader chose. */
export const theme = createTheme({
  primaryColor: 'mekong',
  primaryShade: 6,
  colors: { mekong, dark: dusk },
  autoContrast: true,
  fontFamily: 'inherit',
  headings: { fontFamily: 'inherit', fontWeight: '700' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // High enough to be touched: 24 pixels (WCAG 2.5.8).
    Anchor: { defaultProps: { display: 'inline-block', py: 2 } },
    Button: { styles: { label: { lineHeight: 'inherit', overflow: 'visible' } } },
    Badge: {
      defaultProps: { radius: 'sm', variant: 'light' },
      styles: { root: { textTransform: 'none', height: 'auto' }, label: { overflow: 'visible' } },
    },
    Tooltip: { defaultProps: { multiline: true, maw: 320, openDelay: 300 } },
    Modal: { defaultProps: { centered: true } },
  },
});

/** Colours that words are written in, dark enough to be read on paper and on their own tint. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--desk-quiet)',
    '--mantine-color-placeholder': '#67727a',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-outline': '#c92a2a',
    '--mantine-color-red-text': '#c92a2a',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-orange-outline': '#b8410b',
    '--mantine-color-orange-text': '#b8410b',
    '--mantine-color-orange-light-color': '#943408',
    '--mantine-color-yellow-light-color': '#734600',
    '--mantine-color-gray-outline': 'var(--desk-quiet)',
    '--mantine-color-gray-text': 'var(--desk-quiet)',
    '--mantine-color-green-outline': '#22703a',
    '--mantine-color-green-text': '#22703a',
    '--mantine-color-green-light-color': '#1c5e2a',
  },
  dark: { '--mantine-color-dimmed': 'var(--desk-quiet)' },
});
