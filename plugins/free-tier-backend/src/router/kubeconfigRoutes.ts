import type { KubeconfigKind } from '@nerds/plugin-free-tier-common';
import { createJsonBodyMiddleware, handle } from '@nerds/http-api';
import type { Router } from 'express';
import { stringify } from 'yaml';
import type {
  ClusterService,
  IssuedCredential,
} from '../services/ClusterService';
import { toCredentialAnswer } from './answers';
import { getCaller } from './getCaller';
import { requireNoQuery } from './requests/parseClusterQuery';
import { parseKubeconfigRequest } from './requests/parseKubeconfigRequest';

/** RFC 9512 */
const YAML = 'application/yaml';

/** Getting into a cluster. @internal */
export function addKubeconfigRoutes(
  router: Router,
  service: ClusterService,
): void {
  const jsonBody = createJsonBodyMiddleware();

  router.post(
    '/clusters/:id/kubeconfigs',
    jsonBody,
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const request = parseKubeconfigRequest(req.body);
      const caller = getCaller(res);
      const issued = await service.issueKubeconfig(
        req.params.id,
        request,
        caller,
      );
      res.status(201).vary('Accept');
      if (issued.id) {
        res.location(`${req.baseUrl}${req.path}/${issued.id}`);
      }
      if (req.accepts(['application/json', YAML]) === YAML) {
        res
          .attachment(toFileName(request.kind, issued))
          .type(YAML)
          .send(stringify(issued.kubeconfig));
      } else {
        const { kubeconfig, id, expiresAt } = issued;
        res.json({ kind: request.kind, kubeconfig, id, expiresAt });
      }
    }),
  );

  router.get(
    '/clusters/:id/kubeconfigs',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const items = await service.listCredentials(
        req.params.id,
        getCaller(res),
      );
      res.json({ items: items.map(toCredentialAnswer) });
    }),
  );

  router.delete(
    '/clusters/:id/kubeconfigs/:kubeconfigId',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const { id, kubeconfigId } = req.params;
      await service.revokeCredential(id, kubeconfigId, getCaller(res));
      res.status(204).end();
    }),
  );
}

/** Tells the files of several clusters apart in one download folder. */
function toFileName(kind: KubeconfigKind, { cluster }: IssuedCredential) {
  return `kubeconfig-${cluster.name}-${kind}.yaml`;
}
