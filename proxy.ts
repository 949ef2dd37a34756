import { createHash, randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { cookieName, isHttps } from "@/lib/token";

/**
 * Gives the sign-in page next-auth's CSRF cookie with the first response, so that its form works
 * before scripts load. It is never the lock: authority is asked in bulletin/.
 */
export const config = { matcher: ["/sign-in", "/set-up"] };

export default function proxy(request: NextRequest): NextResponse {
  const name = cookieName("csrf-token");
  if (request.cookies.has(name)) return NextResponse.next();
  const token = randomBytes(32).toString("hex");
  const value = `${token}|${createHash("sha256").update(`${token}${process.env.NEXTAUTH_SECRET}`).digest("hex")}`;
  request.cookies.set(name, value);
  const response = NextResponse.next({ request: { headers: request.headers } });
  response.cookies.set(name, value, { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() });
  return response;
}
