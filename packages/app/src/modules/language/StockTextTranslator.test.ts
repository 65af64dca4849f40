import { dutchStockTexts } from './dutchStockTexts';
import { englishStockTexts } from './englishStockTexts';
import { StockTextTranslator } from './StockTextTranslator';

const translator = new StockTextTranslator(dutchStockTexts);
afterEach(() => {
  translator.stop();
  document.body.innerHTML = '';
  document.title = '';
});

// The observer is called in a microtask.
const observed = () => new Promise(resolve => setTimeout(resolve));

describe('StockTextTranslator', () => {
  it('translates the labels that are there, that come, and that change', async () => {
    document.body.innerHTML = '<button aria-label="Close">x</button>';
    translator.start(document);
    const button = document.querySelector('button')!;
    expect(button).toHaveAttribute('aria-label', 'Sluiten');

    document.body.insertAdjacentHTML(
      'beforeend',
      '<div><input placeholder="Search members..." /></div>',
    );
    button.setAttribute('aria-label', 'More actions');
    await observed();
    expect(document.querySelector('input')).toHaveAttribute(
      'placeholder',
      'Leden zoeken …',
    );
    expect(button).toHaveAttribute('aria-label', 'Meer acties');
  });

  it('leaves what people wrote alone', async () => {
    document.body.innerHTML =
      '<h2>Overview</h2><a aria-label="toString" title="My own title">Docs</a><p>1 - 2 of 3</p>';
    const before = document.body.innerHTML;
    translator.start(document);
    await observed();
    expect(document.body.innerHTML).toBe(before);
  });

  it('translates the page of documentation that is not there', () => {
    document.body.innerHTML =
      '<p>FOUT 404: NotFoundError: Page not found. This could be because there is no index.md file in the root of the docs directory of this repository.</p><h6><a>Ga terug</a>... or please <a>contact support</a> if you think this is a bug.</h6>';
    translator.start(document);
    expect(document.querySelector('p')).toHaveTextContent(
      'FOUT 404: deze pagina is er niet. Misschien staat er geen index.md in de map met documentatie van de repository.',
    );
    expect(document.querySelector('h6')).toHaveTextContent(
      'Ga terug… of neem contact op met de beheerders als dit volgens u een fout is.',
    );
  });

  it('translates it also when it does not say what is missing', () => {
    document.body.innerHTML =
      '<p>FOUT 404: NotFoundError: Page not found. </p>';
    translator.start(document);
    expect(document.querySelector('p')).toHaveTextContent(
      'FOUT 404: deze pagina is er niet.',
    );
  });

  it('says in plain English that documentation has no such page', () => {
    document.body.innerHTML =
      '<p>ERROR 404: NotFoundError: Page not found. </p><h2>Looks like someone dropped the mic!</h2>';
    const english = new StockTextTranslator(englishStockTexts);
    english.start(document);
    expect(document.body).toHaveTextContent(
      'ERROR 404: there is no such page. Something went wrong',
    );
    english.stop();
  });

  it('translates how many members of a team are shown', () => {
    document.body.innerHTML = '<h3>Leden van Balie (2) (1 of 3)</h3>';
    translator.start(document);
    expect(document.querySelector('h3')).toHaveTextContent(
      'Leden van Balie (2) (1 van 3)',
    );
  });

  it('says relations of the catalog in words, in English too', () => {
    document.body.innerHTML =
      '<svg><text><tspan>ownerOf</tspan><tspan> / </tspan></text></svg>';
    const english = new StockTextTranslator(englishStockTexts);
    english.start(document);
    expect(document.querySelector('text')).toHaveTextContent('owner of /');
    english.stop();
    translator.start(document);
    expect(document.querySelector('text')).toHaveTextContent('eigenaar van /');
  });

  it('translates how many entities a file has', () => {
    document.body.innerHTML = '<p>Entities: 2</p>';
    translator.start(document);
    expect(document.querySelector('p')).toHaveTextContent('Entiteiten: 2');
  });

  it('translates the tabs of an entity and the footer of a table', async () => {
    document.body.innerHTML =
      '<nav class="bui-HeaderNav"><a>Overview</a></nav><div class="bui-TablePagination"><p>1 - 20 of 41</p></div>';
    translator.start(document);
    expect(document.querySelector('a')).toHaveTextContent('Overzicht');
    expect(document.querySelector('p')).toHaveTextContent('1 - 20 van 41');
  });

  it.each([
    ['All Components (12)', 'Alle componenten (12)'],
    ['Owned service Components (1)', 'Eigen componenten van type service (1)'],
    ['Starred APIs (0)', "Favoriete API's (0)"],
    ['All components', 'Alle componenten'],
    ['All APIS', "Alle API's"],
    ['Owned (5)', 'Eigen (5)'],
  ])('translates the title of the catalog: %s', (english, dutch) => {
    document.body.innerHTML = `<div class="MuiToolbar-root"><h2>${english}</h2></div>`;
    translator.start(document);
    expect(document.querySelector('h2')).toHaveTextContent(dutch);
  });

  it.each([
    ['0 seconds', '0 seconden'],
    ['1 second', '1 seconde'],
    ['1 minute, 12 seconds', '1 minuut, 12 seconden'],
    ['2 hours, 5 minutes', '2 uur, 5 minuten'],
  ])('translates how long a step took: %s', (english, dutch) => {
    document.body.innerHTML = `<span class="MuiStepLabel-label"><span>${english}</span></span><p>${english}</p>`;
    translator.start(document);
    expect(document.querySelector('span span')).toHaveTextContent(dutch);
    expect(document.querySelector('p')).toHaveTextContent(english);
  });

  it('translates what the log says about steps, and no other line', () => {
    document.body.innerHTML =
      '<p>2026-08-01T10:00:00.123Z Beginning step Cluster $1</p><p>Beginning step one</p>';
    translator.start(document);
    expect(
      [...document.querySelectorAll('p')].map(line => line.textContent),
    ).toEqual([
      '2026-08-01T10:00:00.123Z Begonnen met stap Cluster $1',
      'Beginning step one',
    ]);
  });

  it('translates the status of a task', () => {
    document.body.innerHTML =
      '<table><tr><td><span aria-label="Status ok"><svg></svg>completed</span></td><td>completed</td></tr></table>';
    translator.start(document);
    expect(
      [...document.querySelectorAll('td')].map(cell => cell.textContent),
    ).toEqual(['klaar', 'completed']);
  });

  it('keeps the space between a text and the link after it', () => {
    document.body.innerHTML =
      '<p>No templates found that match your filter. Learn more about <a>adding templates</a>.</p>';
    translator.start(document);
    expect(document.body).toHaveTextContent(
      'Er zijn geen sjablonen gevonden. Lees meer over sjablonen toevoegen.',
    );
  });

  it('translates the title of the document but not the name of an entity', async () => {
    translator.start(document);
    document.title = 'Search | Overview | NeRDS-portaal';
    await observed();
    expect(document.title).toBe('Search | Overzicht | NeRDS-portaal');
    document.title = 'Settings | NeRDS-portaal';
    await observed();
    expect(document.title).toBe('Instellingen | NeRDS-portaal');
  });

  it('puts the English back when it stops', async () => {
    document.body.innerHTML =
      '<button aria-label="Close">x</button><nav class="bui-HeaderNav"><a>Overview</a></nav>';
    const before = document.body.innerHTML;
    translator.start(document);
    expect(document.body.innerHTML).not.toBe(before);
    translator.stop();
    expect(document.body.innerHTML).toBe(before);
  });
});
