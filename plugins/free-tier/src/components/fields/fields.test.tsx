import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { findViolations } from '@nerds/page-parts/testUtils';
import type { Language } from '@nerds/plugin-free-tier-common';
import { useState, type ComponentType } from 'react';
import { buildRegion, buildTeam } from '../../__testUtils__/builders';
import { FakeFreeTierApi } from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import type { ClusterFormData } from '../../domain/clusterForm';
import { ClusterNameField } from './ClusterNameField';
import { ClusterPurposeField } from './ClusterPurposeField';
import { ClusterRegionField } from './ClusterRegionField';
import { ClusterTierField } from './ClusterTierField';
import { OwnTeamField } from './OwnTeamField';

type Field = ComponentType<FieldExtensionComponentProps<never>>;

const FIELDS: Record<keyof ClusterFormData, Field> = {
  owner: OwnTeamField as unknown as Field,
  name: ClusterNameField as unknown as Field,
  plan: ClusterTierField as unknown as Field,
  region: ClusterRegionField as unknown as Field,
  purpose: ClusterPurposeField as unknown as Field,
};

/**
 * A form as the scaffolder makes it: every field gets its own answer and, in
 * `formContext`, those of the others; an answer of one field is merged into
 * what was rendered last, so that two at the same moment overwrite each other.
 */
function Form(props: {
  names: (keyof ClusterFormData)[];
  initial: ClusterFormData;
  errors?: Partial<Record<keyof ClusterFormData, string[]>>;
  onForm: (form: ClusterFormData) => void;
}) {
  const [form, setForm] = useState(props.initial);
  props.onForm(form);
  return (
    <form>
      {props.names.map(name => {
        const FieldComponent = FIELDS[name];
        const fieldProps = {
          formData: form[name],
          formContext: { formData: form },
          idSchema: { $id: `root_${name}` },
          rawErrors: props.errors?.[name],
          onChange: (value: unknown) => setForm({ ...form, [name]: value }),
        } as unknown as FieldExtensionComponentProps<never>;
        return <FieldComponent key={name} {...fieldProps} />;
      })}
    </form>
  );
}

function render(
  names: (keyof ClusterFormData)[],
  options: {
    api?: FakeFreeTierApi;
    language?: Language;
    initial?: ClusterFormData;
    errors?: Partial<Record<keyof ClusterFormData, string[]>>;
    denied?: string[];
  } = {},
) {
  const { api = new FakeFreeTierApi(), language, initial = {} } = options;
  const current: { form: ClusterFormData } = { form: initial };
  renderInPortal(
    <Form
      names={names}
      initial={initial}
      errors={options.errors}
      onForm={form => {
        current.form = form;
      }}
    />,
    { api, denied: options.denied, language },
  );
  return { api, current };
}

describe('the whole form', () => {
  it('fills in what can only be one thing and has a label for everything', async () => {
    const { current } = render(['owner', 'name', 'plan', 'region', 'purpose']);
    await waitFor(() =>
      expect(current.form).toEqual({
        owner: 'group:default/burgerzaken',
        plan: { tier: 'free', size: 'small' },
        region: 'local',
      }),
    );
    expect(screen.getByRole('textbox', { name: /^Naam/ })).toBeRequired();
    expect(screen.getByRole('textbox', { name: /^Doel/ })).toBeRequired();
    expect(
      screen.getByRole('radiogroup', { name: /Prijsmodel en grootte/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /Team.*2 van 3 vrij|2 van 3 vrij.*Team/,
      }),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });
});

describe('ClusterName', () => {
  const initial = { owner: 'group:default/burgerzaken' };

  it('says while one types that a name is free, and counts', async () => {
    const { api } = render(['name'], { initial });
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    await userEvent.type(input, 'balie');
    expect(await screen.findByText('Deze naam is vrij.')).toBeInTheDocument();
    expect(screen.getByText('5 van 30 tekens')).toBeInTheDocument();
    expect(input).toHaveAccessibleDescription(/Deze naam is vrij\./);
    expect(input).toBeValid();
    expect(api.inputsOf('checkCluster').length).toBeLessThan(5);
  });

  it('says that a name is taken, at the field', async () => {
    const api = new FakeFreeTierApi();
    api.takenNames = ['balie'];
    render(['name'], { api, initial });
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    await userEvent.type(input, 'balie');
    expect(
      await screen.findByText(/Uw team heeft al een cluster met deze naam/),
    ).toBeInTheDocument();
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/Uw team heeft al een cluster/);
    expect(await findViolations()).toEqual([]);
  });

  it.each([
    ['Balie', /Use only lower-case letters/],
    ['аb-cyrillic', /Use only lower-case letters/],
    ['ab', /at least 3 characters/],
    ['kube-balie', /reserved for the platform/],
    ['a'.repeat(31), /at most 30 characters/],
  ])('refuses %s without asking the portal', async (name, text) => {
    const { api } = render(['name'], {
      language: 'en',
      initial: { ...initial, name },
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(api.inputsOf('checkCluster')).toEqual([]);
  });

  it('does not call a name free when the portal could not be asked', async () => {
    const api = new FakeFreeTierApi();
    api.failure = new TypeError('Failed to fetch');
    render(['name'], { api, initial: { ...initial, name: 'balie' } });
    expect(
      await screen.findByText(/kon nu niet gecontroleerd worden/),
    ).toBeInTheDocument();
  });

  it('forgets an error of the form once the name is another', async () => {
    render(['name'], { errors: { name: ['Vul een naam in.'] } });
    const input = await screen.findByRole('textbox', { name: /Naam/ });
    expect(screen.getByText('Vul een naam in.')).toBeInTheDocument();
    await userEvent.type(input, 'x');
    expect(screen.queryByText('Vul een naam in.')).not.toBeInTheDocument();
  });
});

describe('OwnTeam', () => {
  it('tells a role that may not ask at once, before anything is filled in', async () => {
    const { current } = render(['owner'], {
      denied: ['free-tier.cluster.create'],
    });
    expect(
      await screen.findByText(/^Met uw rol kunt u geen cluster aanvragen/),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Team/)).not.toBeInTheDocument();
    expect(current.form.owner).toBeUndefined();
  });

  it('shows what each team has left, and a full team cannot be chosen', async () => {
    const api = new FakeFreeTierApi();
    api.teams = [buildTeam('burgerzaken', 1), buildTeam('vergunningen', 3)];
    const { current } = render(['owner'], { api });
    await userEvent.click(await screen.findByRole('button', { name: /Team/ }));
    const list = await screen.findByRole('listbox');
    expect(
      within(list).getByRole('option', {
        name: 'Vergunningen – vol: 3 van 3 in gebruik',
      }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(
      within(list).getByRole('option', {
        name: 'Burgerzaken – 2 van 3 vrij',
      }),
    );
    expect(current.form.owner).toBe('group:default/burgerzaken');
  });

  it('says what to do when every team is full', async () => {
    const api = new FakeFreeTierApi();
    api.teams = [buildTeam('burgerzaken', 3)];
    const { current } = render(['owner'], { api });
    expect(
      await screen.findByText(/hebben hun clusters opgebruikt/),
    ).toBeInTheDocument();
    expect(current.form.owner).toBeUndefined();
  });

  it('explains to a person without a team', async () => {
    const api = new FakeFreeTierApi();
    api.teams = [];
    render(['owner'], { api, language: 'en' });
    expect(
      await screen.findByText(/you are not a member of any team/),
    ).toBeInTheDocument();
  });

  it('offers to try again when the teams cannot be read', async () => {
    const api = new FakeFreeTierApi();
    api.failure = new TypeError('Failed to fetch');
    render(['owner'], { api });
    const retry = await screen.findByRole('button', {
      name: 'Opnieuw proberen',
    });
    api.failure = undefined;
    await userEvent.click(retry);
    expect(
      await screen.findByRole('button', { name: /Burgerzaken/ }),
    ).toBeInTheDocument();
  });
});

describe('ClusterTier', () => {
  it('shows what one gets and keeps what is not available out of reach', async () => {
    const { current } = render(['plan']);
    const group = await screen.findByRole('radiogroup');
    expect(
      within(group).getByText(/20 pods, 2 cores \(gegarandeerd\), 4 GiB/),
    ).toBeInTheDocument();
    expect(
      within(group).getAllByText('Blijft 90 dagen, 3 per team.'),
    ).toHaveLength(2);
    expect(
      within(group).getByRole('radio', { name: /nog niet beschikbaar/ }),
    ).toBeDisabled();
    await userEvent.click(
      within(group).getByRole('radio', { name: /Gratis, Middel/ }),
    );
    expect(current.form.plan).toEqual({ tier: 'free', size: 'medium' });
    expect(await findViolations()).toEqual([]);
  });
});

describe('ClusterRegion', () => {
  it('lets a region be chosen that is starting, and says what happens then', async () => {
    const api = new FakeFreeTierApi();
    api.regions = [
      buildRegion({ state: 'starting', message: 'Stap 2 van 5.' }),
    ];
    const { current } = render(['region'], { api });
    expect(
      await screen.findByText(
        'Stap 2 van 5. Aanvragen blijven bewaard en gaan vanzelf verder.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Deze computer – wordt gestart/ }),
    ).toBeInTheDocument();
    expect(current.form.region).toBe('local');
  });
});

describe('ClusterPurpose', () => {
  it('counts and says when it is too long', async () => {
    render(['purpose'], { initial: { purpose: 'x'.repeat(501) } });
    const input = await screen.findByRole('textbox', { name: /Doel/ });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/hooguit 500 tekens/);
    expect(screen.getByText('501 van 500 tekens')).toBeInTheDocument();
  });
});
