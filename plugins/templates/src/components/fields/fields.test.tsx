import type { Entity } from '@backstage/catalog-model';
import { identityApiRef, type ApiHolder } from '@backstage/frontend-plugin-api';
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
import { ProjectNameField } from './ProjectNameField';
import { ProjectTeamField } from './ProjectTeamField';
import { validateProjectName, validateProjectTeam } from './validateFields';

const buildEntity = (kind: string, name: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...(title && { title }) },
});

const ENTITIES = [
  buildEntity('Component', 'balie'),
  buildEntity('Group', 'burgerzaken', 'Burgerzaken'),
];

const unreachable = () =>
  catalogApiMock.mock({
    queryEntities: async () => {
      throw new TypeError('Failed to fetch');
    },
    getEntitiesByRefs: async () => {
      throw new TypeError('Failed to fetch');
    },
  }) as CatalogApi;

function renderField(
  field: typeof ProjectNameField,
  options: {
    catalogApi?: CatalogApi;
    groups?: string[];
    errors?: string[];
    identityFails?: () => boolean;
  } = {},
) {
  const FieldComponent = field as ComponentType<
    Partial<FieldExtensionComponentProps<string>>
  >;
  const current = { value: '' };
  const Form = () => {
    const [value, setValue] = useState('');
    current.value = value;
    return (
      <form>
        <FieldComponent
          formData={value}
          idSchema={{ $id: 'root_field' } as never}
          rawErrors={options.errors}
          onChange={next => setValue(next ?? '')}
        />
      </form>
    );
  };
  const { groups = [], catalogApi = catalogApiMock({ entities: ENTITIES }) } =
    options;
  renderInPortal(<Form />, {
    mountedRoutes: {},
    apis: [
      [catalogApiRef, catalogApi],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => {
            if (options.identityFails?.()) throw new Error('No session');
            return {
              type: 'user',
              userEntityRef: 'user:default/x',
              ownershipEntityRefs: ['user:default/x', ...groups],
            };
          },
        } as never,
      ],
    ],
  });
  return current;
}

describe('ProjectName', () => {
  it('says while one types that a name is free, and counts', async () => {
    const current = renderField(ProjectNameField);
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    await userEvent.type(input, 'balie-2');
    expect(await screen.findByText('Deze naam is vrij.')).toBeInTheDocument();
    expect(screen.getByText('7 van 30 tekens')).toBeInTheDocument();
    expect(input).toHaveAccessibleDescription(/Deze naam is vrij\./);
    expect(input).toBeRequired();
    expect(current.value).toBe('balie-2');
    expect(await findViolations()).toEqual([]);
  });

  it.each([
    ['balie', /Er staat al iets met deze naam/],
    ['Balie', /Gebruik alleen kleine letters/],
    ['ab', /ten minste 3 tekens/],
  ])('refuses %s at the field', async (name, text) => {
    renderField(ProjectNameField);
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    await userEvent.type(input, name);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(input).toBeInvalid();
    expect(await findViolations()).toEqual([]);
  });

  it('does not call a name free when the catalog could not be asked', async () => {
    renderField(ProjectNameField, { catalogApi: unreachable() });
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    await userEvent.type(input, 'balie-2');
    expect(
      await screen.findByText(/kon nu niet gecontroleerd worden/),
    ).toBeInTheDocument();
  });
});

describe('ProjectTeam', () => {
  it('fills in the only team, by its title', async () => {
    const current = renderField(ProjectTeamField, {
      groups: ['group:default/burgerzaken'],
    });
    expect(
      await screen.findByRole('button', { name: /Burgerzaken/ }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(current.value).toBe('group:default/burgerzaken'),
    );
    expect(await findViolations()).toEqual([]);
  });

  it('offers the own teams and only those, also when the catalog is away', async () => {
    const current = renderField(ProjectTeamField, {
      groups: ['group:default/burgerzaken', 'group:default/vergunningen'],
      catalogApi: unreachable(),
    });
    await userEvent.click(await screen.findByRole('button', { name: /Team/ }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'burgerzaken',
      'vergunningen',
    ]);
    await userEvent.click(options[1]);
    expect(current.value).toBe('group:default/vergunningen');
  });

  it('says to somebody without a team what to do', async () => {
    renderField(ProjectTeamField);
    expect(
      await screen.findByText(/U zit in geen enkel team/),
    ).toBeInTheDocument();
  });

  it('can be tried again when the teams could not be found out', async () => {
    let fails = true;
    renderField(ProjectTeamField, {
      groups: ['group:default/burgerzaken'],
      identityFails: () => fails,
    });
    const retry = await screen.findByRole('button', {
      name: 'Opnieuw proberen',
    });
    fails = false;
    await userEvent.click(retry);
    expect(
      await screen.findByRole('button', { name: /Burgerzaken/ }),
    ).toBeInTheDocument();
  });
});

describe('the form, when the person goes on', () => {
  async function validate(
    validator: typeof validateProjectName,
    value: string,
    catalogApi: CatalogApi = catalogApiMock({ entities: ENTITIES }),
  ) {
    const errors: string[] = [];
    const apis: Record<string, unknown> = {
      [catalogApiRef.id]: catalogApi,
      'core.translation': {
        getTranslation: () => ({
          ready: true,
          t: (key: string) => key,
        }),
      },
    };
    await validator(
      value,
      { addError: (text: string) => errors.push(text) } as never,
      {
        apiHolder: { get: ({ id }) => apis[id] } as ApiHolder,
        formData: {},
      } as never,
    );
    return errors;
  }

  it.each([
    ['balie-2', []],
    ['', ['name.problem.required']],
    ['balie', ['name.problem.taken']],
  ])('finds of the name %j: %j', async (name, expected) => {
    await expect(validate(validateProjectName, name)).resolves.toEqual(
      expected,
    );
  });

  it('does not go on with a name that cannot be checked', async () => {
    await expect(
      validate(validateProjectName, 'balie-2', unreachable()),
    ).resolves.toEqual(['name.problem.unreachable']);
  });

  it('asks for a team', async () => {
    await expect(validate(validateProjectTeam, '')).resolves.toEqual([
      'team.required',
    ]);
    await expect(
      validate(validateProjectTeam, 'group:default/burgerzaken'),
    ).resolves.toEqual([]);
  });
});
