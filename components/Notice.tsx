import { Info, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";

const kinds = {
  info: { Icon: Info, edge: "border-l-indigo", ink: "text-indigo", ground: "bg-sheet" },
  warning: { Icon: TriangleAlert, edge: "border-l-ochre", ink: "text-ochre", ground: "bg-sheet" },
  failed: { Icon: X, edge: "border-l-ochre", ink: "text-ochre", ground: "bg-warn" },
} as const;

/** A fact that matters now, with at most one thing to do about it. */
export function Notice({
  kind = "info",
  children,
  act,
  icon,
}: {
  kind?: keyof typeof kinds;
  children: ReactNode;
  act?: ReactNode;
  /** Its icon made before, in a document. */
  icon?: ReactNode;
}) {
  const { Icon, edge, ink, ground } = kinds[kind];
  return (
    <div
      role={kind === "info" ? "status" : "alert"}
      className={`flex items-start gap-3 border border-line-2 border-l-4 px-4 py-2.5 ${edge} ${ground}`}
    >
      {icon ? (
        <span className={`mt-[3px] ${ink}`}>{icon}</span>
      ) : (
        <Icon size={20} className={`mt-[3px] ${ink}`} aria-hidden />
      )}
      <div className="grow">{children}</div>
      {act && <div className="shrink-0">{act}</div>}
    </div>
  );
}
