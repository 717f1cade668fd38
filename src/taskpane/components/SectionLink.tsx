import { Button } from '@fluentui/react-components';
import { Icon } from './Icon';

interface Props {
  /** Id of the heading to go to. */
  readonly to: string;
  readonly children: string;
}

/** Goes to another part of the same page; the reader follows to its heading. */
export function SectionLink({ to, children }: Props) {
  const go = () => {
    const heading = document.getElementById(to);
    heading?.scrollIntoView?.({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Button size="small" appearance="subtle" icon={<Icon name="right" />} iconPosition="after" onClick={go}>
      {children}
    </Button>
  );
}
