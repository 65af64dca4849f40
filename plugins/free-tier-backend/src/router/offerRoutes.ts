import { handle, readLanguage } from '@nerds/http-api';
import type { Router } from 'express';
import type { ClusterService } from '../services/ClusterService';
import { toRegionAnswer } from './answers';
import { getCaller } from './getCaller';
import { requireNoQuery } from './requests/parseClusterQuery';

/** What can be asked for, where, and for which teams. @internal */
export function addOfferRoutes(router: Router, service: ClusterService): void {
  router.get(
    '/tiers',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json({ items: await service.listTiers(getCaller(res)) });
    }),
  );

  router.get(
    '/regions',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const regions = await service.listRegions(getCaller(res));
      const language = readLanguage(req);
      res.json({
        items: regions.map(region => toRegionAnswer(region, language)),
      });
    }),
  );

  router.get(
    '/teams',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      res.json({ items: await service.listTeams(getCaller(res)) });
    }),
  );
}
