import { updateLanguage, updateTabStop } from './DocsRepairs';

it('puts what has to be scrolled in the tab order, and only then', () => {
  const code = document.createElement('code');
  const width = jest.spyOn(code, 'scrollWidth', 'get').mockReturnValue(500);
  jest.spyOn(code, 'clientWidth', 'get').mockReturnValue(320);
  updateTabStop(code);
  expect(code).toHaveAttribute('tabindex', '0');

  width.mockReturnValue(320);
  updateTabStop(code);
  expect(code).not.toHaveAttribute('tabindex');
});

it('says in which language a page is, and nothing when the page does not', () => {
  const host = document.createElement('div');
  const shadowRoot = host.attachShadow({ mode: 'open' });
  const page = document.createElement('html');
  shadowRoot.append(page);

  page.setAttribute('lang', 'en');
  updateLanguage(shadowRoot);
  expect(host).toHaveAttribute('lang', 'en');

  page.removeAttribute('lang');
  updateLanguage(shadowRoot);
  expect(host).not.toHaveAttribute('lang');
});
