import type { Entity } from '@backstage/catalog-model';
import { type ApiHolder } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import type { Organisation } from '../../api/listOrganisations';
import { OrganisationField } from './OrganisationField';
import { validateOrganisation } from './validateFields';

const TOOI = 'https://identifier.overheid.nl/tooi/id';

function buildGroup(
  name: string,
  spec: { type: string; parent?: string; displayName?: string },
  uri?: string,
): Entity {
  const { displayName, ...rest } = spec;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      title: displayName ?? name,
      namespace: 'default',
      ...(uri && { annotations: { 'nerds.overheid.nl/tooi-uri': uri } }),
    },
    spec: { ...rest, profile: { displayName }, children: [] },
  };
}

const AMSTERDAM = {
  name: 'Gemeente Amsterdam',
  uri: `${TOOI}/gemeente/gm0363`,
};
const BZK = { name: 'Ministerie van BZK', uri: `${TOOI}/ministerie/mnre1034` };

const ENTITIES = [
  buildGroup(
    'amsterdam',
    { type: 'organization', displayName: AMSTERDAM.name },
    AMSTERDAM.uri,
  ),
  buildGroup('bzk', { type: 'organization', displayName: BZK.name }, BZK.uri),
  buildGroup('burgerzaken', { type: 'team', parent: 'amsterdam' }),
  buildGroup('balie', { type: 'team', parent: 'group:default/burgerzaken' }),
  buildGroup('zwevend', { type: 'team' }),
];

type Value = Partial<Organisation>;

function renderField(options: {
  team?: string;
  catalogApi?: CatalogApi;
  errors?: string[];
}) {
  const FieldComponent = OrganisationField as ComponentType<
    Partial<FieldExtensionComponentProps<Value>>
  >;
  const current: { value: Value } = { value: {} };
  const Form = () => {
    const [value, setValue] = useState<Value>({});
    current.value = value;
    return (
      <form>
        <FieldComponent
          formData={value}
          formContext={{ formData: { owner: options.team } } as never}
          idSchema={{ $id: 'root_organisation' } as never}
          rawErrors={options.errors}
          onChange={next => setValue(next ?? {})}
        />
      </form>
    );
  };
  renderInPortal(<Form />, {
    mountedRoutes: {},
    apis: [
      [
        catalogApiRef,
        options.catalogApi ?? catalogApiMock({ entities: ENTITIES }),
      ],
    ],
  });
  return current;
}

describe('Organisation', () => {
  it.each(['group:default/burgerzaken', 'group:default/balie'])(
    'begins with the organisation of %s',
    async team => {
      const current = renderField({ team });
      await waitFor(() => expect(current.value).toEqual(AMSTERDAM));
      expect(
        await screen.findByRole('combobox', { name: /Organisatie/ }),
      ).toHaveValue('Gemeente Amsterdam');
      expect(await findViolations()).toEqual([]);
    },
  );

  it('finds another one by a part of its name', async () => {
    const current = renderField({ team: 'group:default/burgerzaken' });
    await waitFor(() => expect(current.value).toEqual(AMSTERDAM));
    const input = await screen.findByRole('combobox');
    await userEvent.clear(input);
    await userEvent.type(input, 'minist');
    await userEvent.click(
      await screen.findByRole('option', { name: /Ministerie van BZK/ }),
    );
    expect(current.value).toEqual(BZK);
  });

  it('asks a team without an organisation', async () => {
    const current = renderField({ team: 'group:default/zwevend' });
    const input = await screen.findByRole('combobox');
    expect(input).toHaveValue('');
    expect(current.value).toEqual({});
  });

  it('can be filled in by hand when the catalog has none', async () => {
    const current = renderField({
      team: 'group:default/x',
      catalogApi: catalogApiMock({ entities: [] }),
      errors: ['Dit is geen adres van TOOI.'],
    });
    const name = await screen.findByRole('textbox', { name: /^Naam van/ });
    expect(screen.getByText('Dit is geen adres van TOOI.')).toBeInTheDocument();
    await userEvent.type(name, 'Gemeente X');
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Adres van de organisatie/ }),
      AMSTERDAM.uri,
    );
    expect(current.value).toEqual({ name: 'Gemeente X', uri: AMSTERDAM.uri });
    expect(await findViolations()).toEqual([]);
  });

  it('can be tried again when the catalog is away', async () => {
    let fails = true;
    const catalogApi = catalogApiMock.mock({
      queryEntities: async request => {
        if (fails) throw new TypeError('Failed to fetch');
        return catalogApiMock({ entities: ENTITIES }).queryEntities(request);
      },
      getEntityByRef: async () => undefined,
    }) as CatalogApi;
    renderField({ catalogApi });
    const retry = await screen.findByRole('button', {
      name: 'Opnieuw proberen',
    });
    fails = false;
    await userEvent.click(retry);
    expect(await screen.findByRole('combobox')).toBeInTheDocument();
  });
});

describe('the form, when the person goes on', () => {
  it.each([
    [AMSTERDAM, []],
    [{ name: '', uri: '' }, ['organisation.required']],
    [{ name: ' ', uri: AMSTERDAM.uri }, ['organisation.problem.name']],
    [{ name: 'X', uri: 'https://x.nl/gm1' }, ['organisation.problem.uri']],
  ])('finds of %j: %j', async (value, expected) => {
    const errors: string[] = [];
    const translations = {
      getTranslation: () => ({ ready: true, t: (key: string) => key }),
    };
    await validateOrganisation(
      value,
      { addError: (text: string) => errors.push(text) } as never,
      {
        apiHolder: { get: () => translations as never } as ApiHolder,
        formData: {},
      } as never,
    );
    expect(errors).toEqual(expected);
  });
});
