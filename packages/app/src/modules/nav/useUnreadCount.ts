import { useApi } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useState } from 'react';

/**
 * How many notifications the person has not read.
 *
 * @returns 0 also when the notifications cannot be asked for: the page of the
 * notifications says so, a menu need not
 * @internal
 */
export function useUnreadCount(): number {
  const notificationsApi = useApi(notificationsApiRef);
  const { lastSignal } = useSignal('notifications');
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    notificationsApi.getStatus().then(
      status => isCurrent && setUnread(status.unread),
      () => isCurrent && setUnread(0),
    );
    return () => {
      isCurrent = false;
    };
  }, [notificationsApi, lastSignal]);
  return unread;
}
