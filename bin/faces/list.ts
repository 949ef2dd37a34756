import path from "node:path";
import messages from "@/messages/zh-CN";
import type { FaceRole } from "@/typesetting/document";
import { faceRoles } from "@/typesetting/faces/chains";
import { type Faces, facesFor } from "@/typesetting/faces/faces";
import { ROOT } from "../prepare/stale";

const { faceRoles: labels, faceReasons: reasons } = messages.admin;

/** Which face is used for each role, a line each, and what could not be read. */
export function faceLines(own: string): string[] {
  const faces = facesFor({ own, root: ROOT });
  const width = Math.max(...faces.families.map(({ family }) => family.length));
  return [
    ...faceRoles.map((role) => `${labels[role].padEnd(3, "　")}  ${lineOf(faces, role, width)}`),
    ...faces.unreadable.map(({ file, reason }) => `不能使用 ${file}：${reasons[reason]}`),
  ];
}

function lineOf({ used }: Faces, role: FaceRole, width: number): string {
  const face = used[role];
  return face ? `${face.family.padEnd(width)}  ${path.relative(ROOT, face.files[0] ?? "")}` : "随所在文字的字体";
}
