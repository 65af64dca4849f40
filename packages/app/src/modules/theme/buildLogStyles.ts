import type { lightColours } from './palettes';

/**
 * The log of a task in the colours of the theme: the stock ones are too pale on
 * white, and programs colour their output without knowing the background.
 *
 * @internal
 */
export function buildLogStyles(colours: typeof lightColours) {
  const foregrounds = {
    Black: colours.text,
    Red: colours.negative,
    Green: colours.positive,
    Yellow: colours.warning,
    Blue: colours.link,
    Magenta: colours.linkHover,
    Cyan: colours.link,
    White: colours.text,
    Grey: colours.textSecondary,
  };
  const modifiers = Object.entries(foregrounds).flatMap(([name, color]) => [
    [`modifierForeground${name}`, { color }],
    [`modifierBackground${name}`, { background: colours.surface2 }],
  ]);
  return {
    ...Object.fromEntries(modifiers),
    lineNumber: {
      width: 40,
      color: colours.textSecondary,
      borderRightColor: colours.border,
    },
    line: { '&:hover': { background: colours.surface2 } },
    lineSelected: {
      background: colours.surface2,
      '&:hover': { background: colours.surface2 },
    },
  };
}
