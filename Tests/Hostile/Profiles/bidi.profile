Name: ‮evil‬ ⁦in⁧out⁩‎‏؜‪‫‭
Friend: ‮evil‬ ⁦in⁧out⁩‎‏؜‪‫‭, she
Set: a‮evil‬ ⁦in⁧out⁩‎‏؜‪‫‭ = b‮evil‬ ⁦in⁧out⁩‎‏؜‪‫‭
> May I‮evil‬ ⁦in⁧out⁩‎‏؜‪‫‭ be safe.
