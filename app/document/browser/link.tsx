import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & { prefetch?: boolean };

/** A link of the pages of Next, on a page that is a document. */
export default function Link({ prefetch, ...rest }: Props) {
  void prefetch;
  return <a {...rest} />;
}
