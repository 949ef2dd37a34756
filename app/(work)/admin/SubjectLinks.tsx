import Link from "next/link";

/** What a line of the record was about; each leads to all lines about the same. */
export function SubjectLinks({ subjects }: { subjects: { id: string; name: string }[] }) {
  return subjects.map(({ id, name }) => (
    <Link key={id} prefetch={false} href={`/admin?subject=${id}`} className="texttool mr-4 text-ink-3 wrap-anywhere">
      {name}
    </Link>
  ));
}
