import { palettes as stock } from '@backstage/theme';

/**
 * The colours of the portal: calm blue, our own. The same values stand as
 * variables in `theme.css` for Backstage's other design system; the test keeps
 * the two equal and the contrasts at WCAG 2.2 AA.
 *
 * @internal
 */
export const lightColours = {
  app: '#f3f6fa',
  surface: '#ffffff',
  surface2: '#eef3f8',
  text: '#16212e',
  textSecondary: '#4a5868',
  link: '#14508c',
  linkHover: '#0b3766',
  accent: '#14508c',
  accentText: '#ffffff',
  border: '#6b7a8c',
  divider: '#d3dce6',
  positive: '#14703a',
  warning: '#8a4b00',
  negative: '#b3182a',
  ring: '#14508c',
};

/** See {@link lightColours}. */
export const darkColours: typeof lightColours = {
  app: '#101a26',
  surface: '#182433',
  surface2: '#1f2d3e',
  text: '#eef3f8',
  textSecondary: '#b4c2d1',
  link: '#8ec5ff',
  linkHover: '#b6daff',
  accent: '#8ec5ff',
  accentText: '#0d1b2a',
  border: '#8596a8',
  divider: '#34465a',
  positive: '#6fdc9a',
  warning: '#ffc069',
  negative: '#ff9ba3',
  ring: '#8ec5ff',
};

/** The navigation is dark in both themes; used in `Navigation.module.css` too. */
export const navigationColours = {
  background: '#10263f',
  hover: '#1d3b5e',
  text: '#e6eef7',
  selected: '#ffffff',
  indicator: '#8ec5ff',
};

function toPalette<T extends typeof stock.light | typeof stock.dark>(
  base: T,
  colours: typeof lightColours,
) {
  return {
    ...base,
    background: { default: colours.app, paper: colours.surface },
    text: { primary: colours.text, secondary: colours.textSecondary },
    primary: { main: colours.accent, contrastText: colours.accentText },
    secondary: { main: colours.accent, contrastText: colours.accentText },
    error: { main: colours.negative },
    // text in code of documentation pages, where a shade of it is too pale
    success: {
      light: colours.positive,
      main: colours.positive,
      dark: colours.positive,
    },
    divider: colours.divider,
    border: colours.divider,
    textContrast: colours.text,
    textSubtle: colours.textSecondary,
    textVerySubtle: colours.border,
    link: colours.link,
    linkHover: colours.linkHover,
    errorText: colours.negative,
    errorBackground: colours.surface2,
    warningText: colours.warning,
    warningBackground: colours.surface2,
    infoText: colours.link,
    infoBackground: colours.surface2,
    highlight: colours.surface2,
    gold: colours.warning,
    status: {
      ok: colours.positive,
      warning: colours.warning,
      error: colours.negative,
      running: colours.link,
      pending: colours.warning,
      aborted: colours.textSecondary,
    },
    banner: {
      info: '#14508c',
      error: '#b3182a',
      warning: '#8a4b00',
      text: '#ffffff',
      link: '#ffffff',
      closeButtonColor: '#ffffff',
    },
    navigation: {
      background: navigationColours.background,
      indicator: navigationColours.indicator,
      color: navigationColours.text,
      selectedColor: navigationColours.selected,
      navItem: { hoverBackground: navigationColours.hover },
      submenu: { background: navigationColours.hover },
    },
    tabbar: { indicator: colours.accent },
  };
}

/** The palettes of the Material UI themes. */
export const nerdsPalettes = {
  light: toPalette(stock.light, lightColours),
  dark: toPalette(stock.dark, darkColours),
};
