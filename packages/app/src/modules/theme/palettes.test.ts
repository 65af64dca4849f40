import { readFileSync } from 'node:fs';
import { buildLogStyles } from './buildLogStyles';
import { darkColours, lightColours, navigationColours } from './palettes';

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5].map(start => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = 4.5; // WCAG 2.2 SC 1.4.3 (AA)
const NON_TEXT = 3; // WCAG 2.2 SC 1.4.11 (AA)

describe.each([
  ['light', lightColours],
  ['dark', darkColours],
])('the colours of the %s theme', (mode, colours) => {
  const backgrounds = [colours.app, colours.surface, colours.surface2];

  it.each([
    'text',
    'textSecondary',
    'link',
    'linkHover',
    'positive',
    'warning',
    'negative',
  ] as const)('%s is readable on every background', name => {
    for (const background of backgrounds) {
      expect(contrast(colours[name], background)).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it.each(['ring', 'border'] as const)(
    '%s is seen on every background',
    name => {
      for (const background of backgrounds) {
        expect(contrast(colours[name], background)).toBeGreaterThanOrEqual(
          NON_TEXT,
        );
      }
    },
  );

  it('has buttons whose text is readable', () => {
    for (const background of [colours.accent, colours.linkHover]) {
      expect(contrast(colours.accentText, background)).toBeGreaterThanOrEqual(
        TEXT,
      );
    }
  });

  it('is the same in both design systems', () => {
    const css = readFileSync(`${__dirname}/theme.css`, 'utf8');
    const block = css
      .slice(css.indexOf(`[data-theme-mode='${mode}']`))
      .split('}')[0];
    const token = (name: string) =>
      block.match(new RegExp(`--bui-${name}: (#\\w+);`))?.[1];
    expect({
      app: token('bg-app'),
      surface: token('bg-neutral-1'),
      surface2: token('bg-neutral-2'),
      text: token('fg-primary'),
      textSecondary: token('fg-secondary'),
      link: token('fg-info'),
      linkHover: token('accent-bg-hover'),
      accent: token('accent-bg'),
      accentText: token('accent-fg'),
      border: token('border-2'),
      divider: token('border-1'),
      positive: token('fg-positive'),
      warning: token('fg-warning'),
      negative: token('fg-negative'),
      ring: token('ring'),
    }).toEqual(colours);
    expect(token('border-danger')).toBe(colours.negative);
  });

  it('has logs that are readable', () => {
    const styles = buildLogStyles(colours);
    const texts = [
      styles.lineNumber,
      ...Object.entries(styles)
        .filter(([name]) => name.startsWith('modifierForeground'))
        .map(([, style]) => style),
    ] as { color: string }[];
    expect(texts).toHaveLength(10);
    for (const { color } of texts) {
      for (const background of [colours.surface, colours.surface2]) {
        expect(contrast(color, background)).toBeGreaterThanOrEqual(TEXT);
      }
    }
  });
});

describe('the colours of the navigation', () => {
  it.each([navigationColours.text, navigationColours.selected])(
    '%s is readable',
    text => {
      for (const background of [
        navigationColours.background,
        navigationColours.hover,
      ]) {
        expect(contrast(text, background)).toBeGreaterThanOrEqual(TEXT);
      }
    },
  );

  it('shows the current page and the focus', () => {
    expect(
      contrast(navigationColours.indicator, navigationColours.hover),
    ).toBeGreaterThanOrEqual(NON_TEXT);
  });
});
