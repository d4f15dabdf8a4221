using System;
using BatterySim.Host.Panel.Contract;
using Microsoft.AspNetCore.Components;

namespace BatterySim.Host.Panel.Page.Shell
{
    /// <summary>A component that draws the newest picture: told ten times a second, drawn as often as its part of the picture changes.</summary>
    public abstract class PictureComponent : ComponentBase, IDisposable
    {
        private long _drawnAt = long.MinValue;

        /// <summary>What the page talks to.</summary>
        [CascadingParameter] public PanelState State { get; set; } = null!;

        /// <summary>The newest picture.</summary>
        protected BenchPicture Picture => State.Picture;

        /// <summary>Least time from one drawing to the next, ms; 0 for every picture.</summary>
        protected virtual int LeastPauseMilliseconds => 0;

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc/>
        protected override void OnInitialized() => State.Changed += OnPicture;

        /// <summary>True if the new picture has something to draw; asked once for every picture.</summary>
        protected virtual bool IsWorthDrawing() => true;

        /// <summary>Ends the subscription.</summary>
        protected virtual void Dispose(bool isDisposing) => State.Changed -= OnPicture;

        private void OnPicture()
        {
            long now = Environment.TickCount64;
            if (now - _drawnAt >= LeastPauseMilliseconds && IsWorthDrawing())
            {
                _drawnAt = now;
                _ = InvokeAsync(StateHasChanged);
            }
        }
    }
}
