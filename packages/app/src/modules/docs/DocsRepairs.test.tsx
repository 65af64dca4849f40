import { updateTabStop } from './DocsRepairs';

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
