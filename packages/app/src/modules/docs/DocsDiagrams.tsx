import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useShadowRootElements } from '@backstage/plugin-techdocs-react';
import { useTheme } from '@material-ui/core/styles';
import { useEffect } from 'react';
import { appTranslationRef } from '../../translation';
import { renderDiagram, type Diagram } from './renderDiagram';
import { useShadowStyles } from './useShadowStyles';

/** What `mermaid` blocks in Markdown become. */
const SOURCES = ['pre.mermaid'];

const STYLES = `
  /* the theme shows every pre, also one that is hidden */
  pre.mermaid[hidden] { display: none; }
  .nerds-diagram { margin: 1em 0; }
  .nerds-diagram__drawing { overflow-x: auto; }
  .nerds-diagram__drawing svg { max-width: 100%; height: auto; }
  .nerds-diagram details pre > code {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .nerds-diagram details { text-align: left; }
  .nerds-diagram summary { cursor: pointer; }
  .nerds-diagram__failure { font-weight: bold; }
`;

interface Texts {
  label: string;
  asText: string;
}

/** The drawing, a name for it, and its source for whoever cannot see it. */
function buildFigure(
  { drawing, title }: Diagram,
  source: string,
  texts: Texts,
) {
  const figure = document.createElement('figure');
  figure.className = 'nerds-diagram';
  const image = document.createElement('div');
  image.className = 'nerds-diagram__drawing';
  image.setAttribute('role', 'img');
  image.setAttribute('aria-label', title ?? texts.label);
  image.append(drawing);
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = texts.asText;
  const text = document.createElement('pre');
  text.append(document.createElement('code'));
  text.firstElementChild!.textContent = source;
  details.append(summary, text);
  figure.append(image, details);
  return figure;
}

function buildFailure(message: string) {
  const failure = document.createElement('p');
  failure.className = 'nerds-diagram__failure';
  failure.textContent = message;
  return failure;
}

/**
 * Draws the Mermaid diagrams of a documentation page, in the colours of the
 * portal, each with its source as the alternative in text.
 *
 * @internal
 */
export function DocsDiagrams() {
  const { t } = useTranslationRef(appTranslationRef);
  const sources = useShadowRootElements<HTMLPreElement>(SOURCES);
  const isDark = useTheme().palette.type === 'dark';
  useShadowStyles(STYLES);

  useEffect(() => {
    let isGone = false;
    const added: Element[] = [];
    const show = (pre: HTMLPreElement, element: Element) => {
      if (isGone) return;
      pre.before(element);
      added.push(element);
    };
    const draw = async (pre: HTMLPreElement) => {
      const source = pre.textContent ?? '';
      try {
        const diagram = await renderDiagram(source, { isDark });
        if (isGone) return;
        pre.hidden = true;
        show(
          pre,
          buildFigure(diagram, source, {
            label: t('docs.diagram'),
            asText: t('docs.diagramText'),
          }),
        );
      } catch (error) {
        const [reason] = String((error as Error).message ?? error).split('\n');
        show(pre, buildFailure(t('docs.diagramFailed', { reason })));
      }
    };
    // one by one: the library has one configuration for all
    void sources.reduce(
      (before, pre) => before.then(() => (isGone ? undefined : draw(pre))),
      Promise.resolve<void>(undefined),
    );
    return () => {
      isGone = true;
      added.forEach(element => element.remove());
      sources.forEach(pre => {
        pre.hidden = false;
      });
    };
  }, [isDark, sources, t]);

  return null;
}
