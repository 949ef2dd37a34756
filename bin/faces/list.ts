import path from "node:path";
import type { FaceRole } from "@/typesetting/document";
import { faceRoles } from "@/typesetting/faces/chains";
import { type Faces, facesFor } from "@/typesetting/faces/faces";
import type { Reason } from "@/typesetting/faces/tables";
import { ROOT } from "../prepare/stale";

const LABELS: Record<FaceRole, string> = {
  title: "小标宋",
  fang: "仿宋",
  kai: "楷体",
  hei: "黑体",
  song: "宋体",
  latin: "西文",
  digits: "数字",
};

const REASONS: Record<Reason, string> = {
  noFace: "不是 TrueType 或 OpenType 字体",
  cutOff: "文件不完整",
  nameless: "没有字体名称",
  denied: "没有读取的权限",
};

/** Which face is used for each role, a line each, and what could not be read. */
export function faceLines(own: string): string[] {
  const faces = facesFor({ own, root: ROOT });
  const width = Math.max(...faces.families.map(({ family }) => family.length));
  return [
    ...faceRoles.map((role) => `${LABELS[role].padEnd(3, "　")}  ${lineOf(faces, role, width)}`),
    ...faces.unreadable.map(({ file, reason }) => `不能使用 ${file}：${REASONS[reason]}`),
  ];
}

function lineOf({ used }: Faces, role: FaceRole, width: number): string {
  const face = used[role];
  return face ? `${face.family.padEnd(width)}  ${path.relative(ROOT, face.files[0] ?? "")}` : "随所在文字的字体";
}
