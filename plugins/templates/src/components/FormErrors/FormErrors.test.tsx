import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormErrors } from './FormErrors';

it('says what is not right and brings the person to the field', async () => {
  renderInPortal(
    <>
      <FormErrors
        errors={[
          { property: '.title', message: 'Vul ‘Titel’ in.', stack: '' },
          { property: '.rights', message: 'Kies er een.', stack: '' },
        ]}
      />
      <label htmlFor="root_title">Titel</label>
      <input id="root_title" />
      <input type="radio" name="root_rights" aria-label="Iedereen" />
    </>,
    { mountedRoutes: {}, apis: [] },
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Dit klopt nog niet',
  );
  await userEvent.click(screen.getByRole('link', { name: 'Vul ‘Titel’ in.' }));
  expect(screen.getByRole('textbox')).toHaveFocus();
  await userEvent.click(screen.getByRole('link', { name: 'Kies er een.' }));
  expect(screen.getByRole('radio')).toHaveFocus();
  expect(await findViolations()).toEqual([]);
});
