import { type FieldProblem, PortalApiError } from '@nerds/page-parts';
import type {
  AccessReview,
  OwnAccess,
  Person,
  ReviewItem,
  RoleDescription,
  RoleGrant,
} from '@nerds/plugin-access-common';
import type {
  GrantablePermission,
  MachineToken,
} from '@nerds/plugin-machine-access-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An instant this many days from now; in the past when negative. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** A refusal of the API with a sentence for people. */
export function buildApiError(
  status: number,
  detail: string,
  errors?: FieldProblem[],
) {
  return new PortalApiError(status, { status, detail, errors });
}

export function buildOwnAccess(changes: Partial<OwnAccess> = {}): OwnAccess {
  return {
    userEntityRef: 'user:default/dev-burgerzaken',
    teams: ['group:default/burgerzaken'],
    roles: [{ role: 'developer', teams: ['group:default/burgerzaken'] }],
    ...changes,
  };
}

/** Who leads team burgerzaken, because of a grant in the portal. */
export function buildLeadAccess(): OwnAccess {
  const grant = buildGrant({
    role: 'team-lead',
    subject: 'user:default/lead-burgerzaken',
    team: 'group:default/burgerzaken',
  });
  return buildOwnAccess({
    userEntityRef: grant.subject,
    roles: [
      { role: 'developer', teams: ['group:default/burgerzaken'] },
      { role: 'team-lead', teams: ['group:default/burgerzaken'], grant },
    ],
  });
}

export function buildGrant(changes: Partial<RoleGrant> = {}): RoleGrant {
  return {
    id: '7d3b6f0a-3a43-4f0e-9d43-5a9c5e1b0c11',
    role: 'auditor',
    subject: 'user:default/jan',
    origin: 'portal',
    reason: 'Jaarlijkse controle',
    grantedBy: 'user:default/beheerder',
    grantedAt: '2026-10-01T10:00:00.000Z',
    expiresAt: inDays(30.5),
    ...changes,
  };
}

export function buildRoles(grants: RoleGrant[] = []): RoleDescription[] {
  const all: RoleGrant[] = [
    {
      role: 'administrator',
      subject: 'group:default/platform',
      origin: 'config',
    },
    ...grants,
  ];
  const titles = [
    ['developer', 'Ontwikkelaar', 'Gebruikt het portaal voor de eigen teams.'],
    [
      'team-lead',
      'Teamleider',
      'Beoordeelt wie bij de dingen van het team kan.',
    ],
    ['auditor', 'Auditor', 'Leest alles en verandert niets.'],
    ['administrator', 'Beheerder', 'Geeft rollen en trekt ze in.'],
  ] as const;
  return titles.map(([role, title, description]) => ({
    role,
    title,
    description,
    grants: all.filter(grant => grant.role === role),
  }));
}

export function buildPerson(name: string, displayName: string): Person {
  return {
    ref: `user:default/${name}`,
    displayName,
    teams: ['group:default/burgerzaken'],
    lastSignInAt: '2026-11-01T08:00:00.000Z',
  };
}

export function buildItem(changes: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: 'item-1',
    kind: 'member',
    subject: 'user:default/jan',
    access: 'Lid van team burgerzaken',
    lastUsedAt: inDays(-3.5),
    ...changes,
  };
}

export function buildReview(changes: Partial<AccessReview> = {}): AccessReview {
  const items = changes.items ?? [buildItem()];
  return {
    id: 'c0a8b1de-0000-4000-8000-000000000001',
    team: 'group:default/burgerzaken',
    state: 'open',
    startedAt: '2026-11-01T09:00:00.000Z',
    dueAt: inDays(10.5),
    permissions: { decide: true },
    sources: [{ kind: 'member', state: 'gathered' }],
    ...changes,
    items,
    itemCount: items.length,
    decidedCount: items.filter(item => item.decision).length,
  };
}

export const PERMISSIONS: GrantablePermission[] = [
  {
    name: 'free-tier.cluster.read',
    title: 'Clusters bekijken',
    description: 'De clusters van het team en hun toestand.',
  },
  {
    name: 'catalog.entity.read',
    title: 'De catalogus lezen',
    description: 'Alles opzoeken in de softwarecatalogus.',
  },
];

export function buildToken(changes: Partial<MachineToken> = {}): MachineToken {
  return {
    id: 'b9a3c8f0-1111-4222-8333-444455556666',
    name: 'uitrol-website',
    team: 'group:default/burgerzaken',
    purpose: 'Pipeline van de website',
    permissions: ['free-tier.cluster.read'],
    state: 'active',
    createdBy: 'user:default/jan',
    createdAt: '2026-11-01T10:00:00.000Z',
    expiresAt: inDays(20.5),
    lastUsedAt: inDays(-1.5),
    lastUsedFrom: '192.0.2.17',
    actions: { revoke: true },
    ...changes,
  };
}
