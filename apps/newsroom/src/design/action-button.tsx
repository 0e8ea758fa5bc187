import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useId, type ComponentPropsWithoutRef } from 'react';

/**
 * A button whose state comes from what the API says is possible. When it is not, it stays
 * reachable and says why, to the pointer, the keyboard and the ear.
 */
export function ActionButton({
  whyNot,
  onClick,
  children,
  ...rest
}: { whyNot?: string | null } & ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps>) {
  const id = useId();
  if (!whyNot) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip label={whyNot} events={{ hover: true, focus: true, touch: true }}>
      <Button {...rest} variant="default" aria-disabled data-disabled aria-describedby={id}>
        {children}
        <VisuallyHidden id={id}>{whyNot}</VisuallyHidden>
      </Button>
    </Tooltip>
  );
}
