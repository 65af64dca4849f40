import { render, screen } from '@testing-library/react';
import { FieldMessage } from './FieldMessage';

describe('FieldMessage', () => {
  it('shows what is wrong instead of how the field stands, and has it read out', () => {
    render(<FieldMessage id="x" error="Vul een naam in." status="Vrij" />);
    const message = screen.getByText('Vul een naam in.');
    expect(message).toHaveAttribute('aria-live', 'polite');
    expect(message).toHaveAttribute('id', 'x');
    expect(screen.queryByText('Vrij')).not.toBeInTheDocument();
  });

  it('shows how the field stands', () => {
    render(<FieldMessage id="x" status="Vrij" isGood />);
    expect(screen.getByText('Vrij')).toBeInTheDocument();
  });
});
