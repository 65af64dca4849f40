import { dutchLabels, dutchPatterns, dutchTitles } from './dutchStockTexts';

const LABEL_ATTRIBUTES = ['aria-label', 'placeholder', 'title'];
const LABELLED = LABEL_ATTRIBUTES.map(name => `[${name}]`).join(',');
// Visible text is touched in these places only: elsewhere the same words may be
// somebody's own, such as a component that is called "Overview".
const TITLE_SCOPE = '[class*="bui-HeaderNav"], [role="tablist"]';
const PATTERN_SCOPE =
  '[class*="bui-TablePagination"], [class*="bui-Select"], [role="listbox"], [class*="MuiToolbar"] h2';

function lookUp(map: Record<string, string>, text: string) {
  return Object.hasOwn(map, text) ? map[text] : undefined;
}

function toDutchText(text: string, parent: Element): string | undefined {
  const trimmed = text.trim();
  if (parent.tagName === 'TITLE') {
    // "name of the entity | tab | portal": the name comes first and stays.
    const [first, ...rest] = text.split(' | ');
    const head = rest.length < 2 ? lookUp(dutchTitles, first) ?? first : first;
    return [head, ...rest.map(part => lookUp(dutchTitles, part) ?? part)].join(
      ' | ',
    );
  }
  if (parent.closest(TITLE_SCOPE)) {
    return lookUp(dutchTitles, trimmed);
  }
  if (parent.closest(PATTERN_SCOPE)) {
    const match = dutchPatterns.find(([pattern]) => pattern.test(trimmed));
    return match && trimmed.replace(match[0], match[1]);
  }
  return undefined;
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
    const dutch = parent ? toDutchText(value, parent) : undefined;
    if (dutch !== undefined && dutch !== value) {
      text.data = dutch;
      this.#remember(text, '', [value, dutch]);
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
