import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { repairMarkup, StockMarkupRepairs } from './StockMarkupRepairs';

function Stock() {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <StockMarkupRepairs />
      <button onClick={() => setIsShown(true)}>show</button>
      {isShown && (
        <>
          <table>
            <thead>
              <tr>
                <th>
                  <span role="button" tabIndex={0}>
                    <div
                      role="button"
                      tabIndex={0}
                      data-rbd-drag-handle-draggable-id="1"
                    >
                      Naam
                    </div>
                  </span>
                </th>
              </tr>
            </thead>
          </table>
          <button aria-label="Details">
            <a href="/details">
              <svg />
            </a>
          </button>
          <a href="/clusters/1">
            <div role="button" tabIndex={0}>
              Open het cluster
            </div>
          </a>
          <div>
            <li>a result</li>
          </div>
          <button className="opblock-summary-control">
            GET <a href="#/clusters">/clusters</a>
          </button>
          <div className="MuiAutocomplete-root-12" aria-label="Soorten">
            <input />
          </div>
          <ul>
            <li>a real item</li>
          </ul>
        </>
      )}
    </>
  );
}

it('mends what appears, and leaves good markup as it is', async () => {
  render(<Stock />);
  await userEvent.click(screen.getByRole('button', { name: 'show' }));
  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: 'Naam' })).toHaveLength(1),
  );
  expect(screen.queryByRole('button', { name: 'Details' })).toBeNull();
  expect(
    screen
      .getAllByRole('link', { name: 'Details' })
      .filter(link => (link as HTMLElement).tabIndex >= 0),
  ).toHaveLength(1);
  expect(screen.queryByRole('link', { name: '/clusters' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Open het cluster' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Open het cluster' })).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Soorten' })).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('listitem')).toHaveTextContent('a real item');
});

it('takes the list of files that one registers for no list', () => {
  document.body.innerHTML = `
    <ul class="MuiList-root-12"><li>a file</li><div class="MuiCollapse-root-13"></div></ul>
    <ul class="MuiList-root"><li>a real item</li></ul>`;
  repairMarkup(document.body);
  expect(screen.getAllByRole('list')).toHaveLength(1);
  expect(screen.getByRole('list')).toHaveTextContent('a real item');
});

it('mends the log of a task', () => {
  document.body.innerHTML = `
    <div id="task">
      <div style="overflow: visible; width: 0px">
        <button></button><p>1/2</p><button></button>
        <div class="MuiTextField-root"></div>
        <button class="MuiIconButton-sizeSmall"></button>
        <div>
          <button data-testid="copy-button"></button>
          <a role="row" href="#line-1">1</a>
        </div>
      </div>
    </div>`;
  repairMarkup(document.body);
  expect(
    screen.getAllByRole('button').map(b => b.getAttribute('aria-label')),
  ).toEqual([
    'Previous match',
    'Next match',
    'Only matching lines',
    'Copy lines',
  ]);
  expect(screen.getByRole('link', { name: '1' })).toBeVisible();
  expect(document.getElementById('task')).toHaveAttribute('data-stock', 'log');

  // a name that was translated in the meantime stays
  const copy = screen.getByRole('button', { name: 'Copy lines' });
  copy.setAttribute('aria-label', 'Regels kopiëren');
  repairMarkup(document.body);
  expect(copy).toHaveAccessibleName('Regels kopiëren');
});

it('says how to leave an editor in which Tab indents', () => {
  document.body.innerHTML = `
    <div class="cm-editor"><div><div class="cm-content" role="textbox"></div></div></div>`;
  repairMarkup(document.body);
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
    /^Press Escape and then Tab/,
  );
});

it('keeps a field on the screen that grows when it is entered', async () => {
  const scrollIntoView = jest.fn();
  Element.prototype.scrollIntoView = scrollIntoView;
  render(
    <>
      <StockMarkupRepairs />
      <input aria-label="Zoeken" />
      <div className="MuiAutocomplete-root" aria-label="Soorten">
        <input />
      </div>
    </>,
  );
  const field = screen.getByRole('textbox', { name: 'Soorten' });
  screen.getByRole('textbox', { name: 'Zoeken' }).focus();
  field.focus();
  await waitFor(() => expect(scrollIntoView.mock.contexts).toEqual([field]));
});

it('gives the keyboard what only the mouse could do', async () => {
  const onChoose = jest.fn();
  render(
    <>
      <StockMarkupRepairs />
      <svg>
        <g data-testid="node">
          <g onClick={onChoose}>Platform</g>
        </g>
      </svg>
      <div className="MuiCard-root" role="menu">
        <li role="menuitem" tabIndex={-1}>
          Alle
        </li>
      </div>
    </>,
  );
  const node = screen.getByRole('button', { name: 'Platform' });
  expect(node).toHaveAttribute('tabindex', '0');
  for (const key of ['x', 'Enter', ' ']) fireEvent.keyDown(node, { key });
  expect(onChoose).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('menuitem', { name: 'Alle' })).toHaveAttribute(
    'tabindex',
    '0',
  );
});

it('sends whoever meets an error to who can help', () => {
  document.body.innerHTML =
    '<a href="https://github.com/backstage/backstage/issues">contact support</a><a href="https://elders.example/">elders</a>';
  repairMarkup(document.body);
  expect(
    screen.getAllByRole('link').map(link => link.getAttribute('href')),
  ).toEqual(['/access', 'https://elders.example/']);
});
