Name: [2J]0;owned]52;c;cm0gLXJm[31m31m0;x
Friend: [2J]0;owned]52;c;cm0gLXJm[31m31m0;x, she
Set: a[2J]0;owned]52;c;cm0gLXJm[31m31m0;x = b[2J]0;owned]52;c;cm0gLXJm[31m31m0;x
Voice: [2J]0;owned]52;c;cm0gLXJm[31m31m0;x
> May I[2J]0;owned]52;c;cm0gLXJm[31m31m0;x be safe.
