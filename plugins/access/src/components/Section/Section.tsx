import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A titled part of a page that can be linked to by its id. @internal */
export function Section(props: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  const { id, title, children } = props;
  const titleId = `${id}-title`;
  return (
    <section id={id} aria-labelledby={titleId}>
      <Card>
        <CardHeader>
          <Text
            as="h2"
            id={titleId}
            variant="title-x-small"
            weight="bold"
            className={styles.title}
          >
            {title}
          </Text>
        </CardHeader>
        <CardBody className={styles.body}>{children}</CardBody>
      </Card>
    </section>
  );
}
