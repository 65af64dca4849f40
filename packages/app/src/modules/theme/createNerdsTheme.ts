import { createUnifiedTheme, defaultTypography } from '@backstage/theme';
import { buildLogStyles } from './buildLogStyles';
import { darkColours, lightColours, nerdsPalettes } from './palettes';

// Fonts of the system: nothing to load, from here or elsewhere.
const FONT_FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * Material UI theme of the portal.
 *
 * @remarks
 * The component settings mend what axe finds on stock pages: progress bars
 * without a name, placeholders and disabled steps too pale to read, pages that
 * scroll inside themselves so that the keyboard cannot reach them, fields whose
 * border cannot be seen.
 *
 * @internal
 */
export function createNerdsTheme(variant: 'light' | 'dark') {
  const colours = variant === 'light' ? lightColours : darkColours;
  const page = {
    colors: [colours.surface],
    shape: 'none',
    backgroundImage: 'none',
    fontColor: colours.text,
  };
  return createUnifiedTheme({
    palette: nerdsPalettes[variant],
    fontFamily: FONT_FAMILY,
    typography: {
      ...defaultTypography,
      fontFamily: FONT_FAMILY,
      h1: { ...defaultTypography.h1, fontSize: '1.75rem' },
      h2: { ...defaultTypography.h2, fontSize: '1.375rem' },
    },
    defaultPageTheme: 'home',
    pageTheme: { home: page },
    components: {
      // Their names become messages of the person's language, see language/.
      MuiLinearProgress: { defaultProps: { 'aria-label': 'Loading' } },
      MuiCircularProgress: { defaultProps: { 'aria-label': 'Loading' } },
      MuiButton: { styleOverrides: { root: { textTransform: 'none' } } },
      MuiTab: {
        styleOverrides: { root: { textTransform: 'none', opacity: 1 } },
      },
      MuiInputBase: {
        styleOverrides: {
          input: {
            '&::placeholder': { color: colours.textSecondary, opacity: 1 },
          },
        },
      },
      MuiToggleButton: {
        styleOverrides: {
          root: {
            color: colours.textSecondary,
            textTransform: 'none',
            '&.Mui-selected, &.Mui-selected.Mui-disabled': {
              color: colours.text,
            },
          },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: colours.border } },
      },
      BackstageSelectInputBase: {
        styleOverrides: { input: { borderColor: colours.border } },
      },
      BackstageLogViewer: { styleOverrides: buildLogStyles(colours) },
      // At 320 px these would make the whole page scroll sideways.
      MuiChip: {
        styleOverrides: {
          root: { height: 'auto', minHeight: 24, maxWidth: '100%' },
          // a long name in a filter would stick out above and below
          sizeSmall: { height: 'auto' },
          label: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
        },
      },
      // Words stay whole: a table that is too wide scrolls.
      MuiTableCell: {
        styleOverrides: {
          root: {
            wordBreak: 'normal',
            overflowWrap: 'break-word',
            lineHeight: 1.3,
          },
        },
      },
      MuiTablePagination: {
        styleOverrides: { toolbar: { flexWrap: 'wrap' } },
      },
      BackstageTableToolbar: {
        styleOverrides: { root: { flexWrap: 'wrap' } },
      },
      BackstageItemCardGrid: {
        styleOverrides: {
          root: {
            gridTemplateColumns:
              'repeat(auto-fill, minmax(min(22em, 100%), 1fr))',
          },
        },
      },
      BackstagePage: {
        styleOverrides: { root: { height: 'auto', overflowY: 'visible' } },
      },
      BackstageHeader: {
        styleOverrides: {
          header: {
            boxShadow: 'none',
            borderBottom: `1px solid ${colours.divider}`,
            backgroundColor: colours.surface,
          },
          subtitle: { opacity: 1 },
          type: { opacity: 1 },
        },
      },
    } as Parameters<typeof createUnifiedTheme>[0]['components'],
  });
}
