import { createTheme, type MantineColorsTuple } from '@mantine/core';

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

/** The look of the newsroom. Sizes are in rem, so that text grows as its reader chose. */
export const theme = createTheme({
  primaryColor: 'mekong',
  primaryShade: { light: 6, dark: 4 },
  colors: { mekong },
  autoContrast: true,
  fontFamily: 'inherit',
  headings: { fontFamily: 'inherit', fontWeight: '700' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { styles: { label: { lineHeight: 'inherit', overflow: 'visible' } } },
    Badge: {
      defaultProps: { radius: 'sm', variant: 'light' },
      styles: { root: { textTransform: 'none', height: 'auto' }, label: { overflow: 'visible' } },
    },
    Tooltip: { defaultProps: { multiline: true, maw: 320, openDelay: 300 } },
    Modal: { defaultProps: { centered: true } },
  },
});
