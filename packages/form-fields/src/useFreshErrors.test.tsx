import { renderHook } from '@testing-library/react';
import { useFreshErrors } from './useFreshErrors';

interface Props {
  errors?: string[];
  value: unknown;
}

describe('useFreshErrors', () => {
  it('forgets an error once the value is another, and shows a new one', () => {
    const { result, rerender } = renderHook(
      ({ errors, value }: Props) => useFreshErrors(errors, value),
      { initialProps: { errors: ['Te kort.'], value: 'a' } as Props },
    );
    expect(result.current).toBe('Te kort.');
    rerender({ errors: ['Te kort.'], value: 'ab' });
    expect(result.current).toBeUndefined();
    rerender({ errors: ['Al in gebruik.'], value: 'ab' });
    expect(result.current).toBe('Al in gebruik.');
    rerender({ value: 'ab' });
    expect(result.current).toBeUndefined();
  });
});
