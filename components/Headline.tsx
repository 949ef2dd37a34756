/** A headline in its own lines, centred, as the page will have it. */
export function Headline({
  lines,
  level: Tag = "h2",
  className = "",
}: {
  lines: string[];
  level?: "h1" | "h2" | "h3";
  className?: string;
}) {
  if (!lines.length) return null;
  return (
    <Tag className={`headline ${className}`}>
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </Tag>
  );
}
