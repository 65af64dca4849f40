import DOMPurify from 'dompurify';
import type { MermaidConfig } from 'mermaid';

/** A page may have many; one of a book would keep the browser busy. */
const MAX_SOURCE_LENGTH = 20_000;

/** What a page must not change in its own diagrams: they are anyone's text. */
const FIXED = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'theme',
  'themeCSS',
  'themeVariables',
  'fontFamily',
  'altFontFamily',
  'dompurifyConfig',
];

function buildConfig(isDark: boolean): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: FIXED,
    maxTextSize: MAX_SOURCE_LENGTH,
    maxEdges: 300,
    suppressErrorRendering: true,
    // labels as text of the drawing: HTML in it would be taken out below
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    theme: isDark ? 'dark' : 'neutral',
    fontFamily: 'inherit',
    logLevel: 'fatal',
  };
}

/**
 * Takes everything out of a drawing that is not a drawing.
 *
 * @internal
 */
export function toSafeSvg(svg: string): SVGSVGElement | undefined {
  const fragment = DOMPurify.sanitize(svg, {
    USE_PROFILES: { svg: true, svgFilters: true },
    FORBID_TAGS: ['image', 'feimage', 'a'],
    FORBID_ATTR: ['href', 'xlink:href'],
    RETURN_DOM_FRAGMENT: true,
  });
  const drawing = fragment.querySelector('svg') ?? undefined;
  if (!drawing) return undefined;
  // who cannot see it reads the label and the text next to it
  [
    'role',
    'aria-roledescription',
    'aria-labelledby',
    'aria-describedby',
  ].forEach(name => drawing.removeAttribute(name));
  drawing.setAttribute('aria-hidden', 'true');
  return drawing;
}

/** What Mermaid reads as `<`, by name or number. */
const ESCAPED_LESS_THAN = /[&#]#?(?:lt|0*60|x0*3c);?/gi;
const LINE_BREAK_STEREOTYPE_OR_TAG = /<br\s*\/?>|<<[a-z]+>>|<(?=[a-z!/?])/gi;

/**
 * Makes text of the HTML in a source. The library measures labels as HTML before
 * it cleans them, which loads pictures and starts their handlers; a policy of the
 * browser stops the latter, and this the whole.
 *
 * @internal
 */
export function withoutHtml(source: string): string {
  return source
    .replace(ESCAPED_LESS_THAN, '‹')
    .replace(LINE_BREAK_STEREOTYPE_OR_TAG, found =>
      found.length > 1 ? found : '‹',
    );
}

/** @internal */
export interface Diagram {
  drawing: SVGSVGElement;
  /** What its maker called it (`accTitle`). */
  title?: string;
}

let count = 0;

/**
 * Draws a Mermaid diagram in the browser, with a library that the portal brings
 * along and loads when the first diagram is shown.
 *
 * @throws Error with what is wrong in the source
 * @internal
 */
export async function renderDiagram(
  source: string,
  options: { isDark: boolean },
): Promise<Diagram> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize(buildConfig(options.isDark));
  count += 1;
  const { svg } = await mermaid.render(
    `nerds-diagram-${count}`,
    withoutHtml(source),
  );
  const drawing = toSafeSvg(svg);
  if (!drawing) throw new Error('It is not a drawing');
  const title = drawing.querySelector('title')?.textContent?.trim();
  return { drawing, title: title || undefined };
}
