import { translationApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  buildApiError,
  FakeFreeTierApi,
} from '../../__testUtils__/FakeFreeTierApi';
import { freeTierApiRef } from '../../api';
import type { ClusterFormData } from '../../domain/clusterForm';
import {
  validateClusterName,
  validateClusterPurpose,
  validateClusterRegion,
  validateClusterTier,
  validateOwnTeam,
} from './validateFields';

const FORM: Required<ClusterFormData> = {
  owner: 'group:default/burgerzaken',
  name: 'balie',
  plan: { tier: 'free', size: 'small' },
  region: 'local',
  purpose: 'Proef',
};

const VALIDATORS: Record<keyof ClusterFormData, CustomFieldValidator<any>> = {
  owner: validateOwnTeam,
  name: validateClusterName,
  plan: validateClusterTier,
  region: validateClusterRegion,
  purpose: validateClusterPurpose,
};

/** Runs the validators one after the other, as the form does. */
async function validate(
  api: FakeFreeTierApi,
  changes: ClusterFormData = {},
): Promise<Partial<Record<keyof ClusterFormData, string[]>>> {
  const formData = { ...FORM, ...changes };
  const apis = new Map<string, unknown>([
    [freeTierApiRef.id, api],
    [translationApiRef.id, mockApis.translation()],
  ]);
  const found: Partial<Record<keyof ClusterFormData, string[]>> = {};
  for (const name of Object.keys(FORM) as (keyof ClusterFormData)[]) {
    const errors: string[] = [];
    await VALIDATORS[name](
      formData[name],
      { addError: (error: string) => errors.push(error), __errors: errors },
      {
        apiHolder: { get: <T>(ref: ApiRef<T>) => apis.get(ref.id) as T },
        formData,
        schema: {},
      } as unknown as Parameters<CustomFieldValidator<any>>[2],
    );
    if (errors.length > 0) found[name] = errors;
  }
  return found;
}

describe('the validators of the form', () => {
  it('let a good form go on, with one question to the portal', async () => {
    const api = new FakeFreeTierApi();
    await expect(validate(api)).resolves.toEqual({});
    expect(api.inputsOf('checkCluster')).toEqual([
      [
        {
          name: 'balie',
          owner: 'group:default/burgerzaken',
          tier: 'free',
          size: 'small',
          region: 'local',
          purpose: 'Proef',
        },
      ],
    ]);
  });

  it('say of every field that it is not filled in', async () => {
    await expect(
      validate(new FakeFreeTierApi(), {
        owner: '',
        name: '',
        plan: {},
        region: '',
        purpose: '  ',
      }),
    ).resolves.toEqual({
      owner: ['Choose a team.'],
      name: ['Fill in a name.'],
      plan: ['Choose a size.'],
      region: ['Choose a region.'],
      purpose: ['Fill in what the cluster is for.'],
    });
  });

  it('do not let a name go on that the portal refuses', async () => {
    const api = new FakeFreeTierApi();
    api.takenNames = ['balie'];
    await expect(validate(api)).resolves.toEqual({
      name: [
        'Your team has a cluster with this name, or had one until recently. Choose another name.',
      ],
    });
  });

  it('put what the portal says about a field at that field', async () => {
    const api = new FakeFreeTierApi();
    api.checkCluster = async () => ({
      valid: false,
      problems: [
        {
          field: 'owner',
          code: 'team-quota-full',
          detail: 'The team is full.',
        },
        { field: 'size', code: 'x', detail: 'There is no such size.' },
        { field: 'purpose', code: 'x', detail: 'Too long.' },
      ],
    });
    await expect(validate(api)).resolves.toEqual({
      owner: ['The team is full.'],
      plan: ['There is no such size.'],
      purpose: ['Too long.'],
    });
  });

  it.each([
    [new TypeError('Failed to fetch'), /The portal cannot be reached/],
    [buildApiError(403, 'You are in no team.'), /You are in no team\./],
  ])('do not go on unchecked: %s is said once', async (failure, text) => {
    const api = new FakeFreeTierApi();
    api.failure = failure;
    await expect(validate(api)).resolves.toEqual({
      owner: [expect.stringMatching(text)],
    });
  });

  it('refuse a purpose over its limit', async () => {
    await expect(
      validate(new FakeFreeTierApi(), { purpose: 'x'.repeat(501) }),
    ).resolves.toEqual({
      purpose: ['The purpose is too long; at most 500 characters.'],
    });
  });
});
