Name: ÿÀ
> May I í €.
