import { evaluateOwnership } from './evaluateOwnership';

const [ANNE, BOB] = ['user:default/anne', 'user:default/bob'];
const [BALIE, PARKEREN] = ['group:default/balie', 'group:default/parkeren'];

it('leaves out the teams that a review revoked of this person, and of no other', () => {
  const revokedMembers = [
    { userEntityRef: ANNE, team: BALIE },
    { userEntityRef: BOB, team: PARKEREN },
  ];
  const user = {
    userEntityRef: ANNE,
    ownershipEntityRefs: [ANNE, BALIE, PARKEREN],
  };
  expect(evaluateOwnership(user, { revokedMembers })).toEqual([ANNE, PARKEREN]);
  expect(evaluateOwnership(user, { revokedMembers: [] })).toEqual([
    ANNE,
    BALIE,
    PARKEREN,
  ]);
});
