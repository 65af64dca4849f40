import type { StockPattern, StockTexts } from './stockTexts';

const LABEL_ATTRIBUTES = ['aria-label', 'placeholder', 'title'];
const LABELLED = LABEL_ATTRIBUTES.map(name => `[${name}]`).join(',');
// Visible text is touched in these places only: elsewhere the same words may be
// somebody's own, such as a component that is called "Overview".
const TITLE_SCOPE = '[class*="bui-HeaderNav"], [role="tablist"]';
const FIELD_SCOPE =
  'label, legend, [class*="bui-FieldLabel"], [class*="MuiAccordion"]';
const PATTERN_SCOPE =
  '[class*="bui-TablePagination"], [class*="bui-Select"], [role="listbox"], [class*="MuiToolbar"] h2, [class*="MuiStepLabel"]';
// In English and in Dutch: the label may be translated before the text.
const STATUS_SCOPE = '[aria-label^="Status "]';

function lookUp(map: Record<string, string>, text: string) {
  return Object.hasOwn(map, text) ? map[text] : undefined;
}

/** "name of the entity | tab | portal": the name comes first and stays. */
function toTitle(titles: StockTexts['titles'], title: string): string {
  const [first, ...rest] = title.split(' | ');
  const head = rest.length < 2 ? lookUp(titles, first) ?? first : first;
  return [head, ...rest.map(part => lookUp(titles, part) ?? part)].join(' | ');
}

function fillIn(patterns: StockPattern[], text: string): string | undefined {
  const match = patterns.find(([pattern]) => pattern.test(text));
  return match && text.replace(match[0], match[1]);
}

function toText(
  texts: StockTexts,
  text: string,
  parent: Element,
): string | undefined {
  return (
    lookUp(texts.texts, text) ??
    (parent.closest(TITLE_SCOPE) && lookUp(texts.titles, text)) ??
    (parent.closest(FIELD_SCOPE) && lookUp(texts.fields, text)) ??
    (parent.closest(PATTERN_SCOPE) && fillIn(texts.patterns, text)) ??
    (parent.closest(STATUS_SCOPE) && lookUp(texts.statuses, text)) ??
    fillIn(texts.sentences, text) ??
    undefined
  );
}

/**
 * Puts the portal's words in the place of those that Backstage fixed in its code.
 *
 * @remarks
 * Works on the page itself: there is no message and no provider to give another
 * text to. React writes a text or attribute only when its own value changes, so
 * what is put here stays until the component has something new to say, and then
 * the observer sees it again.
 *
 * @internal
 */
export class StockTextTranslator {
  readonly #observer = new MutationObserver(records => this.#onChange(records));
  readonly #originals = new Map<Node, Map<string, [string, string]>>();
  readonly #texts: StockTexts;

  constructor(texts: StockTexts) {
    this.#texts = texts;
  }

  /** Translates what is there and keeps at it. */
  start(root: Document) {
    this.#translateTree(root.documentElement);
    this.#observer.observe(root.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: LABEL_ATTRIBUTES,
    });
  }

  /** Stops, and puts back what was there, where it still stands as we left it. */
  stop() {
    this.#observer.disconnect();
    for (const [node, places] of this.#originals) {
      for (const [place, [original, own]] of places) {
        if (node instanceof Element) {
          if (node.getAttribute(place) === own) {
            node.setAttribute(place, original);
          }
        } else if (node.nodeValue === own) {
          node.nodeValue = original;
        }
      }
    }
    this.#originals.clear();
  }

  #onChange(records: MutationRecord[]) {
    for (const record of records) {
      if (record.type === 'attributes') {
        this.#translateAttribute(
          record.target as Element,
          record.attributeName!,
        );
      } else if (record.type === 'characterData') {
        this.#translateText(record.target as Text);
      } else {
        record.addedNodes.forEach(node => this.#translateTree(node));
        record.removedNodes.forEach(node => this.#forget(node));
      }
    }
  }

  #translateTree(node: Node) {
    if (node instanceof Text) {
      this.#translateText(node);
      return;
    }
    if (!(node instanceof Element)) {
      return;
    }
    for (const element of [node, ...node.querySelectorAll(LABELLED)]) {
      LABEL_ATTRIBUTES.forEach(name => this.#translateAttribute(element, name));
    }
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      this.#translateText(texts.currentNode as Text);
    }
  }

  #translateAttribute(element: Element, name: string) {
    const value = element.getAttribute(name);
    const own = value === null ? undefined : lookUp(this.#texts.labels, value);
    if (value !== null && own !== undefined) {
      element.setAttribute(name, own);
      this.#remember(element, name, [value, own]);
    }
  }

  #translateText(text: Text) {
    const value = text.data;
    const parent = text.parentElement;
    const words = value.trim();
    if (!parent || !words) {
      return;
    }
    const own =
      parent.tagName === 'TITLE'
        ? toTitle(this.#texts.titles, words)
        : toText(this.#texts, words, parent);
    if (own !== undefined && own !== words) {
      text.data = value.replace(words, () => own);
      this.#remember(text, '', [value, text.data]);
    }
  }

  #remember(node: Node, place: string, texts: [string, string]) {
    const places = this.#originals.get(node) ?? new Map();
    this.#originals.set(node, places.set(place, texts));
  }

  #forget(removed: Node) {
    for (const node of this.#originals.keys()) {
      if (removed.contains(node)) {
        this.#originals.delete(node);
      }
    }
  }
}
