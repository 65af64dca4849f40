import { useEffect } from 'react';

/** Marks the box around a log, for the style sheet to enlarge what is in it. */
function markLog(line: Element) {
  line
    .closest('[style*="overflow: visible"]')
    ?.parentElement?.setAttribute('data-stock', 'log');
}

/** Only where there is no name yet: the one there may be translated. */
function nameButton(button: Element | null | undefined, name: string) {
  if (button?.tagName === 'BUTTON' && !button.hasAttribute('aria-label')) {
    button.setAttribute('aria-label', name);
  }
}

function nameLogButtons(button: Element) {
  if (button.hasAttribute('data-testid')) {
    nameButton(button, 'Copy lines');
    return;
  }
  nameButton(button, 'Only matching lines');
  // previous, "1/3", next, search field, this button
  const next = button.previousElementSibling?.previousElementSibling;
  nameButton(next, 'Next match');
  nameButton(
    next?.previousElementSibling?.previousElementSibling,
    'Previous match',
  );
}

// A page with a theme inside a theme has numbers behind the names of classes.
const FIELD = '[class*="MuiAutocomplete-root"][aria-label]';

/** The name of a field stands above it without being its label. */
function nameField(field: Element) {
  const name = field.closest(FIELD)?.getAttribute('aria-label');
  if (name && !field.hasAttribute('aria-label')) {
    field.setAttribute('aria-label', name);
  }
}

const DIAGRAM_NODE = 'g[data-testid="node"] > g';

/** What a button does by itself, for a shape in a drawing. */
function pressNode(event: KeyboardEvent) {
  const { key, target } = event;
  const isNode = target instanceof Element && target.matches(DIAGRAM_NODE);
  if (!isNode || !['Enter', ' '].includes(key)) return;
  event.preventDefault(); // the space bar scrolls
  target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

/** A field with many choices shows them all when it is entered, and pushes itself off the screen. */
function followField({ target }: FocusEvent) {
  if (target instanceof Element && target.matches(`${FIELD} input`)) {
    requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest' }));
  }
}

/** Markup of Backstage that a screen reader trips over, and how to mend it. */
const REPAIRS: { selector: string; repair(element: Element): void }[] = [
  {
    // Column titles can be dragged to another place, for which the table makes a
    // button inside the button that sorts. Dragging with the mouse stays.
    selector: 'th [data-rbd-drag-handle-draggable-id]',
    repair(handle) {
      handle.removeAttribute('role');
      handle.removeAttribute('tabindex');
      handle.removeAttribute('aria-describedby');
    },
  },
  {
    // A link inside a button (template cards): the link does the work, so it
    // gets the name and the focus.
    selector: 'button[aria-label] a[href]:not([aria-label])',
    repair(link) {
      const button = link.closest('button')!;
      link.setAttribute('aria-label', button.getAttribute('aria-label')!);
      button.setAttribute('role', 'link');
      button.tabIndex = -1;
    },
  },
  {
    // A button inside a link (what a task ends in): one thing, and two stops for Tab.
    selector: 'a[href] > div[role="button"][tabindex="0"]',
    repair(button) {
      button.removeAttribute('role');
      button.removeAttribute('tabindex');
    },
  },
  {
    // Search results are list items without a list.
    selector: ':not(ul, ol, menu, [role="list"]) > li:not([role])',
    repair: item => item.setAttribute('role', 'none'),
  },
  {
    // The files that one is about to register: a list with lists beside its items.
    selector: 'ul[class*="MuiList-root"]:has(> [class*="MuiCollapse-"])',
    repair: list => list.setAttribute('role', 'presentation'),
  },
  {
    // The numbers of log lines are links, called rows of a table that is not there.
    selector: 'a[role="row"][href^="#line-"]',
    repair(link) {
      link.removeAttribute('role');
      markLog(link);
    },
  },
  {
    // Buttons of a log that are a picture alone.
    selector:
      '.MuiTextField-root + button.MuiIconButton-sizeSmall, button[data-testid="copy-button"]',
    repair: nameLogButtons,
  },
  {
    // The description of an API: a link inside the button that opens an operation.
    selector: '.opblock-summary-control a[href]',
    repair: link => link.removeAttribute('href'),
  },
  {
    // Its list of servers has a title that is no label.
    selector: '.swagger-ui .servers select:not([aria-label])',
    repair: list => list.setAttribute('aria-label', 'Servers'),
  },
  {
    // Entities in a diagram, which could be chosen with the mouse alone.
    selector: `${DIAGRAM_NODE}:not([tabindex])`,
    repair(node) {
      node.setAttribute('role', 'button');
      node.setAttribute('tabindex', '0');
    },
  },
  {
    // Whose tasks to list: choices of a menu that never opens, so nothing gave them the focus.
    selector: '.MuiCard-root [role="menuitem"][tabindex="-1"]',
    repair: choice => choice.setAttribute('tabindex', '0'),
  },
  {
    // An editor in which Tab indents: how to leave it is shown by the style sheet.
    selector: '.cm-editor:not([title]):has(> * > .cm-content)',
    repair(editor) {
      const hint = 'Press Escape and then Tab to leave the editor';
      editor.setAttribute('title', hint);
      editor.querySelector('.cm-content')!.setAttribute('title', hint);
    },
  },
  {
    // Whom to ask, on a page of an error: without configuration the makers of Backstage.
    selector: 'a[href="https://github.com/backstage/backstage/issues"]',
    repair: link => link.setAttribute('href', '/access'),
  },
  {
    // Choices beside the diagram of the catalog.
    selector: `${FIELD} input:not([aria-label])`,
    repair: nameField,
  },
];

/**
 * Mends the page as far as it is there.
 *
 * @internal
 */
export function repairMarkup(root: ParentNode) {
  for (const { selector, repair } of REPAIRS) {
    root.querySelectorAll(selector).forEach(repair);
  }
}

/**
 * Mends what pages of Backstage draw, for as long as it is shown. Each repair can
 * go when axe finds nothing without it.
 *
 * @internal
 */
export function StockMarkupRepairs() {
  useEffect(() => {
    repairMarkup(document.body);
    const observer = new MutationObserver(records => {
      if (records.some(record => record.addedNodes.length > 0)) {
        repairMarkup(document.body);
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('keydown', pressNode);
    document.addEventListener('focusin', followField);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', pressNode);
      document.removeEventListener('focusin', followField);
    };
  }, []);
  return null;
}
