/** What may stand in the log: no key, no address beyond its host, nothing a student wrote. */
export function redact(message: string): string {
  return message
    .replace(/\b(?:sk|pk|hf|gsk|key|token)[-_][\w-]{6,}/gi, '‹key›')
    .replace(/\bBearer\s+\S+/gi, 'Bearer ‹key›')
    .replace(/\b(api[-_ ]?key|authorization|password|secret)(["']?\s*[:=]\s*["']?)[^\s"',}]+/gi, '$1$2‹key›')
    .replace(/\b[\w+/-]{40,}={0,2}/g, '‹key›')
    .replace(/(https?:\/\/)(?:[^\s/@]*@)?([^\s/?#]+)[^\s]*/g, '$1$2/…')
    .replace(/(?:\$\$[\s\S]*?\$\$|\$[^$\n]*\$|"[^"\n]{12,}"|“[^”\n]*”|`[^`\n]*`|'[^'\n]{24,}')/g, '‹text›')
    .slice(0, 2000);
}
