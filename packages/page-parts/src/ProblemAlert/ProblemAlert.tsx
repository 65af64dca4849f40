import { Alert, Button } from '@backstage/ui';
import type { ReactElement } from 'react';
import { toAnswer } from '../http/toAnswer';
import { useTexts } from '../useTexts';

/** A title and a sentence that only the page itself can say. @public */
interface OwnWords {
  title?: string;
  /** Instead of what the API says. */
  text?: string;
  /** Comes after what the API says. */
  hint?: string;
}

/** @public */
export interface ProblemAlertProps {
  error: Error;
  /** `true` when older content is still shown below. */
  isStale?: boolean;
  onRetry?: () => void;
  /** What to say to who may not see or do it. */
  forbidden?: OwnWords;
  /** What to say when it is not there. */
  notFound?: OwnWords;
  /** What to do for who may not see or do it, or when it is not there. */
  refusedAction?: ReactElement;
}

/**
 * Says that a call failed, why, and what can be done: trying again, unless the
 * person may not do or see it or it is not there, for then trying again changes
 * nothing.
 *
 * @public
 */
export function ProblemAlert(props: ProblemAlertProps) {
  const t = useTexts();
  const { error, isStale = false, onRetry, refusedAction } = props;
  const { status, detail } = toAnswer(error);
  const isForbidden = status === 401 || status === 403;
  const isRefused = isForbidden || status === 404;

  const toOwnWords = (): OwnWords => {
    if (isForbidden) {
      return { title: t('error.forbidden'), ...props.forbidden };
    }
    if (isRefused) return { title: t('error.notFound'), ...props.notFound };
    return { title: isStale ? t('error.stale') : t('error.title') };
  };
  const toText = () => {
    if (status === undefined) return t('error.unreachable');
    return detail ?? t('error.status', { status });
  };
  const retry = onRetry && (
    <Button size="small" variant="secondary" onPress={onRetry}>
      {t('error.retry')}
    </Button>
  );
  const { title, text = toText(), hint = '' } = toOwnWords();
  return (
    <Alert
      role="alert"
      icon
      status={isRefused || isStale ? 'warning' : 'danger'}
      title={title}
      description={`${text} ${hint}`.trim()}
      customActions={isRefused ? refusedAction : retry}
    />
  );
}
