import { translationApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { findViolations } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { buildTeam } from '../../__testUtils__/builders';
import { FakeFreeTierApi } from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { freeTierApiRef } from '../../api';
import { ProjectClusterField } from './ProjectClusterField';
import { validateProjectCluster } from './validateFields';

const OWNER = 'group:default/burgerzaken';

function buildApi(used: number) {
  const api = new FakeFreeTierApi();
  api.teams = [buildTeam('vergunningen', 0), buildTeam('burgerzaken', used)];
  return api;
}

function render(api: FakeFreeTierApi) {
  const current = { value: false };
  const Form = () => {
    const [value, setValue] = useState(false);
    current.value = value;
    const props = {
      formData: value,
      formContext: { formData: { owner: OWNER } },
      idSchema: { $id: 'root_cluster' },
      schema: { title: 'Vraag er een cluster bij aan' },
      onChange: setValue,
    } as unknown as FieldExtensionComponentProps<boolean>;
    return (
      <form>
        <ProjectClusterField {...props} />
      </form>
    );
  };
  renderInPortal(<Form />, { api });
  return current;
}

describe('ProjectCluster', () => {
  it('says what the team has left before it is chosen', async () => {
    const current = render(buildApi(1));
    expect(
      await screen.findByText(
        'Team Burgerzaken heeft nog 2 van 3 clusters vrij.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Vraag er een cluster bij aan' }),
    );
    expect(current.value).toBe(true);
    expect(await findViolations()).toEqual([]);
  });

  it('says at once that a full team gets none, and what to do', async () => {
    render(buildApi(3));
    await screen.findByText(/heeft al 3 clusters/);
    const checkbox = screen.getByRole('checkbox');
    expect(checkbox).toBeValid();
    await userEvent.click(checkbox);
    expect(checkbox).toBeInvalid();
    expect(
      screen.getByText(/Verwijder er een op de pagina Clusters, of ga verder/),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });
});

describe('the form, when the person goes on', () => {
  async function validate(api: FakeFreeTierApi, isWanted: boolean) {
    const errors: string[] = [];
    const apis = new Map<string, unknown>([
      [freeTierApiRef.id, api],
      [translationApiRef.id, mockApis.translation()],
    ]);
    await validateProjectCluster(
      isWanted,
      { addError: (error: string) => errors.push(error), __errors: errors },
      {
        apiHolder: { get: <T,>(ref: ApiRef<T>) => apis.get(ref.id) as T },
        formData: { owner: OWNER },
        schema: {},
      } as unknown as Parameters<CustomFieldValidator<boolean>>[2],
    );
    return errors;
  }

  it.each([
    ['a full team that wants one', 3, true, [/has 3 clusters already/]],
    ['a full team that wants none', 3, false, []],
    ['a team with room', 2, true, []],
  ])('%s', async (_what, used, isWanted, expected) => {
    await expect(validate(buildApi(used), isWanted)).resolves.toEqual(
      expected.map(text => expect.stringMatching(text)),
    );
  });

  it('does not go on when the free tier cannot be asked', async () => {
    const api = buildApi(0);
    api.failure = new TypeError('Failed to fetch');
    await expect(validate(api, true)).resolves.toEqual([
      expect.stringMatching(/cannot be reached/),
    ]);
  });
});
