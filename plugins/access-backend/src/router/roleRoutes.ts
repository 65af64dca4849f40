import {
  createJsonBodyMiddleware,
  handle,
  readLanguage,
} from '@nerds/http-api';
import type { RoleDescription } from '@nerds/plugin-access-common';
import type { Router } from 'express';
import { ROLE_TEXTS } from '../domain/roleTexts';
import type { RoleService } from '../services/RoleService';
import { getCaller } from './getCaller';
import { requireNoQuery } from './requests/parseBody';
import { parseRoleGrantRequest } from './requests/parseRoleGrantRequest';
import { parsePeopleQuery } from './requests/parseTeamQuery';

/** Who has which role, giving and taking one, and who has signed in. @internal */
export function addRoleRoutes(router: Router, service: RoleService): void {
  router.get(
    '/me',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json(await service.getOwnAccess(getCaller(res)));
    }),
  );

  router.get(
    '/roles',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const views = await service.listRoles(getCaller(res));
      const language = readLanguage(req);
      const items = views.map(
        ({ role, grants }): RoleDescription => ({
          role,
          title: ROLE_TEXTS[role].title[language],
          description: ROLE_TEXTS[role].description[language],
          grants,
        }),
      );
      res.json({ items });
    }),
  );

  router.post(
    '/role-grants',
    createJsonBodyMiddleware(),
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const request = parseRoleGrantRequest(req.body);
      const grant = await service.grantRole(request, getCaller(res));
      res.status(201).json(grant);
    }),
  );

  router.delete(
    '/role-grants/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      await service.revokeRole(req.params.id, getCaller(res));
      res.status(204).end();
    }),
  );

  router.get(
    '/people',
    handle(async (req, res) => {
      const query = parsePeopleQuery(req.query);
      res.json({ items: await service.listPeople(query, getCaller(res)) });
    }),
  );
}
