import {
  dutchFields,
  dutchLabels,
  dutchPatterns,
  dutchSentences,
  dutchStatuses,
  dutchTexts,
  dutchTitles,
} from './dutchStockTexts';

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
function toDutchTitle(title: string): string {
  const [first, ...rest] = title.split(' | ');
  const head = rest.length < 2 ? lookUp(dutchTitles, first) ?? first : first;
  return [head, ...rest.map(part => lookUp(dutchTitles, part) ?? part)].join(
    ' | ',
  );
}

function toDutchPattern(
  patterns: typeof dutchPatterns,
  text: string,
): string | undefined {
  const match = patterns.find(([pattern]) => pattern.test(text));
  return match && text.replace(match[0], match[1]);
}

function toDutchText(text: string, parent: Element): string | undefined {
  return (
    lookUp(dutchTexts, text) ??
    (parent.closest(TITLE_SCOPE) && lookUp(dutchTitles, text)) ??
    (parent.closest(FIELD_SCOPE) && lookUp(dutchFields, text)) ??
    (parent.closest(PATTERN_SCOPE) && toDutchPattern(dutchPatterns, text)) ??
    (parent.closest(STATUS_SCOPE) && lookUp(dutchStatuses, text)) ??
    toDutchPattern(dutchSentences, text) ??
    undefined
  );
}

/**
 * Puts Dutch in the place of the English that Backstage fixed in its code.
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

  /** Stops, and puts the English back where it still stands as we left it. */
  stop() {
    this.#observer.disconnect();
    for (const [node, places] of this.#originals) {
      for (const [place, [original, dutch]] of places) {
        if (node instanceof Element) {
          if (node.getAttribute(place) === dutch) {
            node.setAttribute(place, original);
          }
        } else if (node.nodeValue === dutch) {
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
    const dutch = value === null ? undefined : lookUp(dutchLabels, value);
    if (value !== null && dutch !== undefined) {
      element.setAttribute(name, dutch);
      this.#remember(element, name, [value, dutch]);
    }
  }

  #translateText(text: Text) {
    const value = text.data;
    const parent = text.parentElement;
    const words = value.trim();
    if (!parent || !words) {
      return;
    }
    const dutch =
      parent.tagName === 'TITLE'
        ? toDutchTitle(words)
        : toDutchText(words, parent);
    if (dutch !== undefined && dutch !== words) {
      text.data = value.replace(words, () => dutch);
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
