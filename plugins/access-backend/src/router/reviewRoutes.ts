import {
  createJsonBodyMiddleware,
  handle,
  readLanguage,
} from '@nerds/http-api';
import type { Request, Response, Router } from 'express';
import type { ReviewDetails, ReviewService } from '../services/ReviewService';
import { getCaller } from './getCaller';
import { requireNoQuery } from './requests/parseBody';
import { parseDecisions } from './requests/parseDecisions';
import {
  parseReviewQuery,
  parseReviewRequest,
} from './requests/parseTeamQuery';
import { toReviewAnswer, toReviewDetailsAnswer } from './reviewAnswers';

function toAnswer(details: ReviewDetails, req: Request, res: Response) {
  const { userEntityRef } = getCaller(res);
  return toReviewDetailsAnswer(details, userEntityRef, readLanguage(req));
}

/** Starting reviews, looking at them, deciding and completing them. @internal */
export function addReviewRoutes(router: Router, service: ReviewService): void {
  const jsonBody = createJsonBodyMiddleware();

  router.get(
    '/reviews',
    handle(async (req, res) => {
      const query = parseReviewQuery(req.query);
      const views = await service.listReviews(query, getCaller(res));
      res.json({ items: views.map(toReviewAnswer) });
    }),
  );

  router.post(
    '/reviews',
    jsonBody,
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const { team } = parseReviewRequest(req.body);
      const details = await service.startReview(team, getCaller(res));
      res
        .status(201)
        .location(`${req.baseUrl}/reviews/${details.review.id}`)
        .json(toAnswer(details, req, res));
    }),
  );

  router.get(
    '/reviews/:id',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const details = await service.getReview(
        req.params.id,
        { gather: true },
        getCaller(res),
      );
      res.json(toAnswer(details, req, res));
    }),
  );

  router.post(
    '/reviews/:id/refreshes',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const details = await service.refreshReview(
        req.params.id,
        getCaller(res),
      );
      res.json(toAnswer(details, req, res));
    }),
  );

  router.post(
    '/reviews/:id/decisions',
    jsonBody,
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const details = await service.decide(
        req.params.id,
        parseDecisions(req.body),
        getCaller(res),
      );
      res.json(toAnswer(details, req, res));
    }),
  );

  router.post(
    '/reviews/:id/completion',
    handle(async (req, res) => {
      requireNoQuery(req.query);
      const details = await service.completeReview(
        req.params.id,
        getCaller(res),
      );
      res.json(toAnswer(details, req, res));
    }),
  );
}
